"""From navigation to a first score, ours and others', on a fast line, a slow one and none."""
