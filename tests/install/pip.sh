#!/bin/sh
# usage: pip.sh BUILD SOURCE PYTHON VP
# Installs the Python package with pip, as a user does, and runs its tests on what was installed.
set -eu
build=$1 source=$2 python=$3 vp=$4

environment=$build/pip-test
rm -rf "$environment"
"$python" -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check "$source[test]"

cd "$environment"
"$environment/bin/python" -c 'import libvp; assert "site-packages" in libvp.__file__, libvp.__file__'
exec env VP="$vp" "$environment/bin/python" -B "$source/tests/python/run.py" "$source/tests/python"
