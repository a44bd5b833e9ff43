const char *vp_version(void);
