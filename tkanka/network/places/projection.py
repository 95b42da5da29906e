"""An equal-area map of Poland: degrees to kilometres and back. Areas are true on the ellipsoid (WGS 84)."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
CENTRE_LON, CENTRE_LAT = 19.0, 52.0
SEMI_MAJOR_KM, ECCENTRICITY = 6378.137, 0.0818191910428158


def _q(latitude: float) -> float:
    s, e = math.sin(latitude), ECCENTRICITY
    return (1 - e * e) * (s / (1 - e * e * s * s) - math.log((1 - e * s) / (1 + e * s)) / (2 * e))


_POLE = _q(math.pi / 2)
_RADIUS = SEMI_MAJOR_KM * math.sqrt(_POLE / 2)
_BETA = math.asin(_q(math.radians(CENTRE_LAT)) / _POLE)


def to_map(lon: float, lat: float) -> Point:
    """Kilometres east and north of the centre (Lambert's azimuthal projection of the equal-area sphere)."""
    beta, along = math.asin(_q(math.radians(lat)) / _POLE), math.radians(lon - CENTRE_LON)
    cosine = math.sin(_BETA) * math.sin(beta) + math.cos(_BETA) * math.cos(beta) * math.cos(along)
    k = _RADIUS * math.sqrt(2 / (1 + cosine))
    x = k * math.cos(beta) * math.sin(along)
    return x, k * (math.cos(_BETA) * math.sin(beta) - math.sin(_BETA) * math.cos(beta) * math.cos(along))


def to_degrees(x: float, y: float) -> Point:
    """Longitude and latitude of a point of the map."""
    rho = math.hypot(x, y)
    if rho == 0:
        return CENTRE_LON, CENTRE_LAT
    c = 2 * math.asin(rho / (2 * _RADIUS))
    beta = math.asin(math.cos(c) * math.sin(_BETA) + y * math.sin(c) * math.cos(_BETA) / rho)
    along = math.atan2(x * math.sin(c), rho * math.cos(_BETA) * math.cos(c) - y * math.sin(_BETA) * math.sin(c))
    return CENTRE_LON + math.degrees(along), math.degrees(_geodetic(beta))


def _geodetic(beta: float) -> float:
    """Latitude with the authalic latitude `beta`: Newton's method, exact after three steps."""
    latitude, e2 = beta, ECCENTRICITY**2
    for _ in range(4):
        s = math.sin(latitude)
        slope = 2 * (1 - e2) * math.cos(latitude) / (1 - e2 * s * s) ** 2
        latitude += (_POLE * math.sin(beta) - _q(latitude)) / slope
    return latitude


def ring_area(ring: Sequence[Sequence[float]]) -> float:
    """Square kilometres inside a ring of degrees, whichever way it turns."""
    points = [to_map(point[0], point[1]) for point in ring]
    turned = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2
