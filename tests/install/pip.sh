#!/bin/sh
# usage: pip.sh BUILD SOURCE PYTHON VP
# Builds the sdist, and the wheel from nothing else; installs the wheel into an empty environment as a user does, runs
# the install tests, the Python tests, the notebooks, the made-up municipality and the analyst's guide on what was
# installed, and takes it away again.
set -eu
build=$1 source=$2 python=$3 vp=$4

environment=$build/pip-test
rm -rf "$environment"
"$python" -m venv "$environment/tools"
"$environment/tools/bin/pip" --quiet --disable-pip-version-check install build twine
"$environment/tools/bin/python" -m build --outdir "$environment/dist" "$source" >"$environment/log" 2>&1 || {
  tail -n 60 "$environment/log"
  exit 1
}
"$environment/tools/bin/twine" check --strict "$environment"/dist/*

"$python" -m venv "$environment/user"
python=$environment/user/bin/python
pip="$environment/user/bin/pip --quiet --disable-pip-version-check"
$pip install "$environment"/dist/libvp-*.whl
status=0
sh "$source/tests/install/run.sh" --python "$python" python || status=1

$pip install "$(echo "$environment"/dist/libvp-*.whl)[all,test]"
cd "$environment"
"$python" -c 'import libvp; assert "site-packages" in libvp.__file__, libvp.__file__'
env VP="$vp" "$python" -B "$source/tests/python/run.py" "$source/tests/python" || status=1
"$python" -B "$source/tests/notebooks/run.py" || status=1
"$python" -B "$source/tests/examples/rules.py" "$build" "$vp" "$python" || status=1
"$python" -B "$source/tests/docs/samples.py" "$build" "$vp" "$python" "$source/packaging/doc/analyst.sv.md" || status=1

$pip uninstall --yes libvp
left=$(find "$environment/user" -iname '*libvp*')
if [ -n "$left" ]; then
  echo "pip uninstall left: $left"
  status=1
fi
exit $status
