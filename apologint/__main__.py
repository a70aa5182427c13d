"""`python -m apologint`."""

import sys

from apologint.cli import main

sys.exit(main())
