#!/usr/bin/env python3
"""schemathesis against a running server: requests drawn from its description of itself, right and wrong ones, to each
of which the answer must be one that the description has, and never a fault of the server's.

Two of its checks are left out: a request may be refused though its fields are each as described (max_tokens of 0
needs echo), and null is the same as no field though no field is described so. Poems take seconds each; they are left
to the tests.

description.py URL [EXAMPLES]   (of each route)"""

import os
import subprocess
import sys
import tempfile

url, examples = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "100"
LEFT_OUT = "positive_data_acceptance,negative_data_rejection"
program = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "schemathesis")
# It leaves notes where it runs.
with tempfile.TemporaryDirectory() as folder:
    status = subprocess.run(
        [program, "run", f"{url}/openapi.json", "--checks", "all", "--exclude-checks", LEFT_OUT, "--max-examples", examples,
         "--seed", "7", "--phases", "examples,coverage,fuzzing", "--exclude-path", "/v1/verse", "--request-timeout", "120",
         "--suppress-health-check", "all", "--continue-on-failure", "--warnings", "off"], cwd=folder, check=False).returncode
sys.exit(status)
