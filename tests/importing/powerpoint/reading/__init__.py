"""What stands in a presentation is read as its author sees it: charts with their numbers, links."""
