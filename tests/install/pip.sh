#!/bin/sh
# usage: pip.sh BUILD SOURCE PYTHON VP
# Builds the wheel, installs it into an empty environment as a user does, runs the Python tests and the notebooks on what
# was installed, and takes it away again.
set -eu
build=$1 source=$2 python=$3 vp=$4

environment=$build/pip-test
rm -rf "$environment"
"$python" -m venv "$environment"
pip="$environment/bin/pip --quiet --disable-pip-version-check"
$pip wheel --no-deps --wheel-dir "$environment/wheel" "$source"
$pip install "$(echo "$environment"/wheel/libvp-*.whl)[all,test]"

cd "$environment"
"$environment/bin/python" -c 'import libvp; assert "site-packages" in libvp.__file__, libvp.__file__'
status=0
sh "$source/tests/install/run.sh" --python "$environment/bin/python" python || status=1
env VP="$vp" "$environment/bin/python" -B "$source/tests/python/run.py" "$source/tests/python" || status=1
"$environment/bin/python" -B "$source/tests/notebooks/run.py" || status=1

$pip uninstall --yes libvp
left=$(find "$environment/lib" "$environment/bin" -iname '*libvp*')
if [ -n "$left" ]; then
  echo "pip uninstall left: $left"
  status=1
fi
exit $status
