risks --function 'potens:f64(f64,f64)@libm.so.6' tests/cli/files/function.json
