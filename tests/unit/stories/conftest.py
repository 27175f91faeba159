"""Makes the hand-made pages of this folder importable: test modules are imported by path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
