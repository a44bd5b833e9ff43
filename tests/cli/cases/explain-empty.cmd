explain ''
