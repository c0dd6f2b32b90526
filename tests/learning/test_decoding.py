"""The encoding of a text is found out, also where its bytes could mean something else."""

import pytest

from trekker.learning.decoding import decode

WESTERN = [
    "Käse;Preis\n1;2\n",
    "température,pression\n1,2\n",
    "crème brûlée,1",
    "la façade créée",
    "São Paulo,1\n",
    "Øl,1",
    "temp in °C,x\n1,2",
    "µm,1",
    "price in £5,1",
    "Äpfel;Übung\n1;2",
    "Genève;Bâle;Zürich",
    "Größe",
    "Ñandú,1",
    "it\u2019s good,1",
    "they\u2019ll say we don\u2019t,1",
    "d\u2019été,1",
    "Apfel;3,50 \u20ac;4\nBirne;2,00 \u20ac;3\n",
    "Preis (\u20ac);x\n1;2\n",
    "O\u2019Brien,1",
    "Objet;Prix\nl\u2019arbre;3,5\nl\u2019eau;4,5\nd\u2019or;6\n",
    "1\u00a0200;850\n",
]


@pytest.mark.parametrize("text", WESTERN)
def test_accents_are_not_taken_for_kanji(text):
    assert decode(text.encode("cp1252")) == (text, "latin-1")


JAPANESE = [
    "価格,数量\n1,2\n",
    "x軸,y軸\n1,2\n",
    "東京;1\n",
    "ｱｲｽ,1\n2,3",
    "とても良い商品でした。",
    "カフェ,温度℃",
    "値段①",
    "表,1",
    "x値,y値\n1,2\n",
    "a度,1",
    "森の檸檬と葡萄,1",
    "ム,1",
    "x値,O達,表\n",
]


@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_is_not_taken_for_accents(text):
    assert decode(text.encode("cp932")) == (text, "cp932")


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "latin-1"])
def test_a_long_text_is_decoded_as_a_short_one(encoding):
    text = ("naïve façade\n" if encoding == "latin-1" else "東京の温度\n") * 120_000
    assert decode(text.encode(encoding)) == (text, encoding)


def test_the_signs_of_windows_are_read_in_a_western_text():
    text = "caf\u00e9 \u2013 \u20ac 5 \u201cfine\u201d"
    assert decode(text.encode("cp1252")) == (text, "latin-1")
    assert decode(b"caf\xe9 \x81 \x8f").encoding == "latin-1"
    assert decode("\u20ac 5".encode("cp1252"), "latin-1").text == "\u20ac 5"
