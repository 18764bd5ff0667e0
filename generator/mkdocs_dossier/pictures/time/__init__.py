"""What is drawn along an axis of time.

In the order to read them: `timescale` says where a day stands, and draws the axis; `lanes` lays out marks in
rows; `lanemarks` draws those, `joins` the lines between them. `stances` and `timeline` are the pictures.
"""
