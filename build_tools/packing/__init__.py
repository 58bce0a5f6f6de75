"""The finished site as one archive to hand over: checksums, bill of materials, licences."""
