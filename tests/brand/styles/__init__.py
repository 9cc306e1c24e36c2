"""What holds for every style: its layouts, boxes and contrasts, in both tones and both formats."""
