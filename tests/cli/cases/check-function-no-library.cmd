check --function 'potens:f64(f64,f64)@./no/such/library.so' tests/cli/files/function.json
