check --function 'potens:f64(f64,f64)@libm.so.6:pow' tests/cli/files/function.json
