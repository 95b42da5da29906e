from tkanka.ground.kit.memory import ProcessCache


def cache(name, most=10_000, entries=100):
    return ProcessCache(name, {"OPTIONS": {"MOST_BYTES": most, "MAX_ENTRIES": entries}})


def size(kept):
    return sum(map(len, kept._cache.values()))


def test_what_was_used_least_lately_leaves_when_it_grows_too_large():
    kept = cache("least lately")
    for number in range(8):
        kept.set(str(number), "x" * 1_000)
    kept.get("0")
    for number in range(8, 12):
        kept.set(str(number), "x" * 1_000)
    assert size(kept) <= 10_000
    assert kept.get("0")
    assert kept.get("11")
    assert kept.get("1") is None


def test_the_size_is_known_however_entries_come_and_go():
    kept, same = cache("come and go", entries=10), cache("come and go", entries=10)
    for number in range(50):
        kept.set(str(number % 7), "y" * number)
        same.set(f"other{number}", number, timeout=0 if number % 5 else 60)
        kept.delete(str(number % 3))
        assert ProcessCache.held["come and go"] == size(kept)
    kept.clear()
    assert ProcessCache.held["come and go"] == 0
    assert not kept._cache


def test_what_is_larger_than_all_is_kept_alone():
    kept = cache("alone")
    kept.set("small", 1)
    kept.set("large", "z" * 20_000)
    assert kept.get("large")
    assert kept.get("small") is None
