"""Files as browsers get them: styles, scripts and pages made small, names after contents."""
