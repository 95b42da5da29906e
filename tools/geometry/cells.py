"""Territories from points: every spot belongs to the powiat of the place that is nearest, by distances that are
lengthened or shortened for each powiat until its area is the registered one (a power diagram)."""

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, cKDTree

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
COARSE_KM, FINE_KM = 2.0, 0.9
ROUNDS = (20, 10)
HEAVIEST = 4.0  # km²; heavier, and a small coastal city drifts away from where it lies
FIRST_STEP, GROW, SHRINK = 2.0, 1.3, 0.45
FAR_KM = 900.0
SPLINTER = 0.1


def fitted_weights(sites: Floats, owner: Ints, land: shapely.Geometry, wanted: Floats) -> Floats:
    """Weights (km²) of the powiats with which their cells have the `wanted` areas (km²)."""
    weights, step = np.zeros(len(wanted)), np.full(len(wanted), FIRST_STEP)
    for spacing, rounds in zip((COARSE_KM, FINE_KM), ROUNDS, strict=True):
        samples = sample(land, spacing)
        each, before = land.area / len(samples), np.zeros(len(wanted))
        for _ in range(rounds):
            has = np.bincount(owner_of(samples, sites, owner, weights), minlength=len(wanted)) * each
            missing = wanted - has
            step = np.where(missing * before < 0, step * SHRINK, step * GROW)
            weights = np.clip(weights + np.sign(missing) * step, -HEAVIEST, HEAVIEST)
            before = missing
        step = np.full(len(wanted), FIRST_STEP / 16)
    return weights


def sample(land: shapely.Geometry, spacing: float) -> Floats:
    left, low, right, high = land.bounds
    x, y = np.meshgrid(np.arange(left, right, spacing), np.arange(low, high, spacing))
    points = np.column_stack([x.ravel(), y.ravel()]) + spacing / 2
    shapely.prepare(land)
    return points[shapely.contains_xy(land, points[:, 0], points[:, 1])]


def owner_of(points: Floats, sites: Floats, owner: Ints, weights: Floats) -> Ints:
    """The powiat each point belongs to. A weight is a height: the heavier a site, the nearer it lies to the plane."""
    heights = np.sqrt(weights.max() - weights)[owner]
    tree = cKDTree(np.column_stack([sites, heights]))
    _, nearest = tree.query(np.column_stack([points, np.zeros(len(points))]), workers=-1)
    return owner[nearest]


def borders(sites: Floats, owner: Ints, weights: Floats) -> Floats:
    """Segments (n × 2 points) between cells of different powiats: the dual of the lower convex hull."""
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    fence = FAR_KM * np.column_stack([np.cos(angles), np.sin(angles)])
    points, owners = np.vstack([sites, fence]), np.append(owner, np.full(len(fence), -1))
    shift = np.append(weights[owner], np.zeros(len(fence)))
    hull = ConvexHull(np.column_stack([points, (points**2).sum(axis=1) - shift]))
    lower = hull.equations[:, 2] < 0
    centres = -hull.equations[:, :2] / (2 * hull.equations[:, 2:3])
    found = []
    for corner in range(3):  # the neighbour opposite to a corner shares the two other corners
        others = [c for c in range(3) if c != corner]
        facing = hull.neighbors[:, corner]
        ends = owners[hull.simplices[:, others]]
        told = lower & lower[facing] & (ends[:, 0] != ends[:, 1]) & (ends >= 0).all(axis=1)
        told &= np.arange(len(facing)) < facing
        found.append(np.stack([centres[told], centres[facing[told]]], axis=1))
    return np.concatenate(found)


def territories(sites: Floats, owner: Ints, land: shapely.Geometry, weights: Floats) -> list[shapely.Geometry]:
    """One territory a powiat, without gaps or overlaps, clipped to the land."""
    lines = shapely.linestrings(borders(sites, owner, weights))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all([*lines, land.boundary]))))
    inside = np.array([face.representative_point().coords[0] for face in faces])
    kept = shapely.contains_xy(land, inside[:, 0], inside[:, 1])
    owners = owner_of(inside[kept], sites, owner, weights)
    return dissolved(faces[kept], without_splinters(faces[kept], owners, len(weights)), len(weights))


def dissolved(faces: NDArray[np.object_], owners: Ints, count: int) -> list[shapely.Geometry]:
    return [shapely.union_all(faces[owners == one]) for one in range(count)]


def without_splinters(faces: NDArray[np.object_], owners: Ints, count: int) -> Ints:
    """Pieces under a tenth of their powiat go to the neighbour with which they share most border."""
    owners, tree = owners.copy(), shapely.STRtree(faces)
    for one in range(count):
        mine = np.flatnonzero(owners == one)
        pieces = shapely.get_parts(shapely.union_all(faces[mine]))
        total = shapely.area(pieces).sum()
        for piece in (piece for piece in pieces if piece.area < SPLINTER * total):
            parts = [i for i in mine if shapely.covers(piece, faces[i].representative_point())]
            near = [i for i in tree.query(piece, predicate="touches") if owners[i] != one]
            if near:
                shared = [shapely.length(shapely.intersection(piece.boundary, faces[i].boundary)) for i in near]
                owners[parts] = owners[near[int(np.argmax(shared))]]
    return owners
