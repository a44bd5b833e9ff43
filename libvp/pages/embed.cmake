# Writes text files into C, as an array of names and NUL-terminated bytes (a C11 string may be too
# short for them). The output is to be included by the one source file that uses it.
# usage: cmake -DDIRECTORY=… -DPATTERNS=…,… -DOUTPUT=… -P embed.cmake
string(REPLACE "," ";" patterns "${PATTERNS}")
list(TRANSFORM patterns PREPEND "${DIRECTORY}/")
file(GLOB_RECURSE names RELATIVE "${DIRECTORY}" ${patterns})
list(SORT names)

set(arrays "")
set(entries "")
set(index 0)
foreach(name IN LISTS names)
  file(READ "${DIRECTORY}/${name}" bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "static const unsigned char embedded_${index}[] = {\n${bytes}0};\n")
  string(APPEND entries "    {\"${name}\", (const char *)embedded_${index}},\n")
  math(EXPR index "${index} + 1")
endforeach()

set(type "static const struct {\n  const char *name;\n  const char *text;\n} embedded[]")
file(WRITE "${OUTPUT}" "${arrays}${type} = {\n${entries}};\n")
