"""早启动: which visit of the day somebody tells the own team about, and whether company is welcome."""
