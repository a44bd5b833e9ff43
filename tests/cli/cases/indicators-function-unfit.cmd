indicators --lang en --function 'battre_an_riket:f64(f64)@libm.so.6:sqrt' tests/cli/files/target-function.json
