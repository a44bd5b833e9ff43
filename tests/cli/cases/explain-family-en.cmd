explain control --lang en
