"""Statistics in fractions, none of them rounded but roots, which have 40 digits."""
from fractions import Fraction
from math import isfinite, isqrt, floor


def statistics_of(values, weights=None, weighed=False):
    """Of exact numbers; `weights` are 1 where not given."""
    values = [Fraction(value) for value in values]
    weights = [Fraction(1)] * len(values) if weights is None else weights
    count = sum(weights)
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    mean = total / count
    variance = sum(weight * (value - mean) ** 2 for value, weight in zip(values, weights, strict=True)) / count
    quantile = (lambda q: weighed_quantile(values, weights, q)) if weighed else (lambda q: plain_quantile(values, q))
    return {
        "count": count, "sum": total, "mean": mean, "min": min(values), "max": max(values),
        "variance": variance, "stdev": root(variance), "median": quantile(Fraction(1, 2)),
        "quantile(0.9)": quantile(Fraction(0.9)),
    }  # fmt: skip


def plain_quantile(values, q):
    """Hyndman & Fan's type 7."""
    ordered = sorted(values)
    place = q * (len(ordered) - 1)
    low = ordered[floor(place)]
    return low + (place - floor(place)) * (ordered[min(len(ordered) - 1, floor(place) + 1)] - low)


def weighed_quantile(values, weights, q):
    """exactextract's: value i of k has the place i*w_i + (k - 1)*sum_{j<i} w_j, linear between places."""
    by_value = {}
    for value, weight in zip(values, weights, strict=True):
        by_value[value] = by_value.get(value, 0) + weight
    entries = sorted(by_value.items())
    last, passed, places = len(entries) - 1, Fraction(0), []
    for i, (_, weight) in enumerate(entries):
        places.append(i * weight + last * passed)
        passed += weight
    target = q * last * passed
    for i, place in enumerate(places):
        if place > target:
            (low, _), (high, _) = entries[i - 1], entries[i]
            return low + (target - places[i - 1]) / (place - places[i - 1]) * (high - low)
    return entries[-1][0]


def root(square):
    scale = 10**80
    return Fraction(isqrt(square.numerator * scale // square.denominator), 10**40)


def relative_error(found, truth):
    """None for what is no finite number."""
    if found is None or not isfinite(float(found)):
        return None
    difference = abs(Fraction(found) - truth)
    return float(difference / abs(truth) if truth else difference)


def coverage_of(ring, width, height):
    """{(row, column): fraction} of the cells that a ring covers, in pixel coordinates of exact numbers."""
    ring = [(Fraction(x), Fraction(y)) for x, y in ring[:-1]]
    found = {}
    for row in range(height):
        strip = clip(clip(ring, 1, row, 1), 1, row + 1, -1)
        if not strip:
            continue
        first, last = floor(min(x for x, _ in strip)), floor(max(x for x, _ in strip))
        for column in range(max(0, first), min(width, last + 1)):
            area = area_of(clip(clip(strip, 0, column, 1), 0, column + 1, -1))
            if area:
                found[row, column] = area
    return found


def clip(ring, axis, limit, sign):
    """Sutherland & Hodgman 1974."""
    kept = []
    for before, after in zip(ring[-1:] + ring[:-1], ring, strict=True):
        from_depth, to_depth = sign * (before[axis] - limit), sign * (after[axis] - limit)
        if (from_depth < 0) != (to_depth < 0):
            share = from_depth / (from_depth - to_depth)
            kept.append(tuple(a + share * (b - a) for a, b in zip(before, after, strict=True)))
        if to_depth >= 0:
            kept.append(after)
    return kept


def area_of(ring):
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True))
    return abs(doubled) / 2
