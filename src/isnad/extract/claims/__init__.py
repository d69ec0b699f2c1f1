"""Acts, roles, status, what carries on, merging, links: claims."""
