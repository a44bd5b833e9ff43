indicators --function 'battre_an_riket:bool(f64)@libm.so.6' tests/cli/files/target-function.json
