import pytest
from django.test import RequestFactory

from tkanka.ground.kit.paging import page_of

ROWS = list(range(1, 216))


def page(query="", rows=ROWS, per=25):
    return page_of(rows, RequestFactory().get(f"/list/{query}"), per)


@pytest.mark.parametrize(
    "asked", ["", "0", "-1", "1e308", "NaN", "²", "١٢", "x" * 5000, "%00", "%ff", "1.5", "+2", " 3", "None", "①"]
)
def test_what_is_no_number_is_the_first_page(asked):
    assert page(f"?page={asked}").number == 1


@pytest.mark.parametrize("asked", ["10", "999999999", "9" * 40])
def test_what_is_too_far_is_the_last_page(asked):
    assert (page(f"?page={asked}").number, list(page(f"?page={asked}"))) == (9, ROWS[200:])


def test_a_page_says_where_it_stands():
    found = page("?page=3")
    assert (found.first, found.last, found.total, found.pages, len(found)) == (51, 75, 215, 9, 25)


def test_an_empty_list_has_one_empty_page():
    found = page(rows=[])
    assert (found.number, found.pages, found.first, found.last, list(found)) == (1, 1, 0, 0, [])


def test_links_keep_the_rest_of_the_question_and_leave_gaps():
    links = page("?area=18&page=5&word=a%26b").links
    assert [number for number, _ in links] == [1, "…", 3, 4, 5, 6, 7, "…", 9]
    assert links[0][1] == "?area=18&page=1&word=a%26b"
    assert links[1][1] == ""
