"""Everything that the site is generated from, read once: model, evidence, worked organisations."""
