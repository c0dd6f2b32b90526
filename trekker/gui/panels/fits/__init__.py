"""The fit views: each shows how well one kind of ground is understood where the trekker stands."""
