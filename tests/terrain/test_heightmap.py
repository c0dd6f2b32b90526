import io
import struct
import zipfile
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from trekker.terrain.elevation import MAX_SIDE, Cancelled, Elevation, fit_to_limit, without_holes
from trekker.terrain.heightmap import Heightmap, HeightmapCost, HeightmapError, jacksboro, read_heightmap

RANDOM = np.random.default_rng(11)
GRID = RANDOM.uniform(200, 900, (17, 23))
CELLS = (30.0, 20.0)
PLACES = RANDOM.uniform((0, 0), (22 * 30.0, 16 * 20.0), (300, 2))


def landscape(values=GRID, **settings):
    return Heightmap(np.array(values, dtype=float), CELLS, "Test", **settings)


def nodes(shape=GRID.shape):
    rows, columns = np.indices(shape)
    return np.stack((columns * CELLS[0], (shape[0] - 1 - rows) * CELLS[1]), axis=-1)


def test_the_surface_goes_through_every_height_of_the_grid():
    np.testing.assert_allclose(landscape().cost.cost(nodes()), GRID, rtol=0, atol=1e-9)


def test_the_first_row_is_the_northern_rim():
    values = np.zeros((3, 4))
    values[0, 3] = 50.0
    assert landscape(values).cost.cost(np.array((90.0, 40.0))) == pytest.approx(50.0)


@pytest.mark.parametrize(
    ("surface", "gradient", "hessian"),
    [
        (lambda x, y: 3 + 2 * x - 5 * y, lambda x, y: (2, -5), lambda x, y: ((0, 0), (0, 0))),
        (lambda x, y: x * y, lambda x, y: (y, x), lambda x, y: ((0, 1), (1, 0))),
    ],
)
def test_a_surface_that_a_natural_spline_can_be_is_reproduced_exactly(surface, gradient, hessian):
    cost = landscape(surface(nodes()[..., 0], nodes()[..., 1])).cost
    for x, y in PLACES[:50]:
        theta = np.array((x, y))
        assert cost.cost(theta) == pytest.approx(surface(x, y), abs=1e-8)
        np.testing.assert_allclose(cost.gradient(theta), gradient(x, y), atol=1e-9)
        np.testing.assert_allclose(cost.hessian(theta), hessian(x, y), atol=1e-10)


def natural_spline(values, cell, place):
    """Value, slope and bend of the natural cubic spline by the textbook's second-derivative form, one line of it."""
    count = len(values)
    system = np.eye(count)
    right = np.zeros(count)
    for k in range(1, count - 1):
        system[k, k - 1 : k + 2] = (1, 4, 1)
        right[k] = 6 * (values[k - 1] - 2 * values[k] + values[k + 1]) / cell**2
    moments = np.linalg.solve(system, right)
    k = min(int(place // cell), count - 2)
    a, b = (k + 1) - place / cell, place / cell - k
    value = a * values[k] + b * values[k + 1] + ((a**3 - a) * moments[k] + (b**3 - b) * moments[k + 1]) * cell**2 / 6
    slope = (values[k + 1] - values[k]) / cell + (
        (3 * b**2 - 1) * moments[k + 1] - (3 * a**2 - 1) * moments[k]
    ) * cell / 6
    return value, slope, a * moments[k] + b * moments[k + 1]


def test_derivatives_agree_with_a_natural_spline_solved_another_way():
    cost = landscape().cost
    north_up = GRID[::-1]
    for x, y in PLACES:
        along_y = [natural_spline(north_up[:, column], CELLS[1], y) for column in range(GRID.shape[1])]
        value, slope_y, bend_y = (np.array(each) for each in zip(*along_y, strict=True))
        wanted, slope_x, bend_x = natural_spline(value, CELLS[0], x)
        north, mixed, _ = natural_spline(slope_y, CELLS[0], x)
        bend_north = natural_spline(bend_y, CELLS[0], x)[0]
        theta = np.array((x, y))
        assert cost.cost(theta) == pytest.approx(wanted, rel=1e-11)
        np.testing.assert_allclose(cost.gradient(theta), (slope_x, north), rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(cost.hessian(theta), ((bend_x, mixed), (mixed, bend_north)), rtol=1e-8, atol=1e-10)


def test_slope_and_curvature_have_no_jump_between_cells():
    cost = landscape().cost
    for line in np.arange(1, 22) * CELLS[0]:
        west, east = np.array((np.nextafter(line, 0), 55.0)), np.array((np.nextafter(line, 1e9), 55.0))
        np.testing.assert_allclose(cost.gradient(west), cost.gradient(east), rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(cost.hessian(west), cost.hessian(east), rtol=1e-8, atol=1e-9)


def test_one_trekker_and_many_walk_the_same_ground_bit_for_bit():
    cost = landscape().cost
    heights, slopes = cost.cost_and_gradient(PLACES)
    bends = cost.hessian(PLACES)
    for theta, height, slope, bend in zip(PLACES, heights, slopes, bends, strict=True):
        one_height, one_slope = cost.cost_and_gradient(theta)
        assert one_height == height == cost.cost(theta)
        np.testing.assert_array_equal(one_slope, slope)
        np.testing.assert_array_equal(cost.gradient(theta), slope)
        np.testing.assert_array_equal(cost.hessian(theta), bend)


@pytest.mark.parametrize("shape", [(), (5,), (2, 3), (0,)])
def test_leading_axes_are_kept(shape):
    cost, theta = landscape().cost, np.full((*shape, 2), 100.0)
    assert np.shape(cost.cost(theta)) == shape
    assert cost.gradient(theta).shape == (*shape, 2)
    assert cost.hessian(theta).shape == (*shape, 2, 2)


def test_more_places_than_are_evaluated_at_once_are_all_evaluated():
    cost = landscape().cost
    many = np.tile(PLACES, (300, 1))
    np.testing.assert_array_equal(cost.cost(many), np.tile(cost.cost(PLACES), 300))


@pytest.mark.parametrize("place", [(-1e-9, 5), (5, 320.001), (np.nan, 5), (np.inf, 5), (1e300, -1e300)])
def test_outside_the_grid_there_is_no_ground(place):
    cost = landscape().cost
    for theta in (np.array(place), np.array([place])):
        assert np.isnan(cost.cost(theta)).all()
        assert np.isnan(cost.gradient(theta)).all()
        assert np.isnan(cost.hessian(theta)).all()


def test_cells_that_touch_missing_data_are_holes_and_all_known_heights_stay():
    values = GRID.copy()
    values[5:9, 6:9] = np.nan
    values[0, 0] = np.nan
    cost = landscape(values).cost
    np.testing.assert_allclose(cost.cost(nodes()), values, rtol=0, atol=1e-9)
    for theta in nodes()[~np.isnan(values)]:
        assert np.isfinite(cost.cost(theta))
    assert np.isnan(cost.cost(np.array((5.5 * 30, 16 * 20 - 6.5 * 20))))
    assert np.isnan(cost.gradient(np.array(((6.5 * 30, 16 * 20 - 6.5 * 20),)))).all()
    assert np.isfinite(cost.cost(np.array((9.5 * 30, 16 * 20 - 6.5 * 20))))


def test_holes_are_filled_with_something_between_what_surrounds_them():
    values = np.full((40, 31), 100.0)
    values[:, 20:] = 200.0
    values[3:30, 4:29] = np.nan
    filled = without_holes(values)
    assert np.isfinite(filled).all()
    assert filled.min() >= 100
    assert filled.max() <= 200
    np.testing.assert_array_equal(filled[~np.isnan(values)], values[~np.isnan(values)])


def test_exaggeration_makes_heights_and_slopes_larger():
    plain, steep = landscape().cost, landscape(exaggeration=2.5).cost
    np.testing.assert_allclose(steep.cost(PLACES), 2.5 * plain.cost(PLACES), rtol=1e-12)
    np.testing.assert_allclose(steep.gradient(PLACES), 2.5 * plain.gradient(PLACES), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("settings", [{"exaggeration": 0.0}, {"cell_size": (0.0, 1.0)}, {"cell_size": (1.0, np.nan)}])
def test_sizes_that_make_no_sense_are_refused(settings):
    with pytest.raises(HeightmapError, match="above 0"):
        replace(landscape(), **settings)


def test_the_smallest_landscape_is_one_cell():
    cost = HeightmapCost(np.array(((0.0, 1.0), (2.0, 3.0))), (1.0, 1.0))
    assert cost.cost(np.array((0.5, 0.5))) == pytest.approx(1.5)


# Files


def write_esri(path, values, nodata=-9999):
    lines = [f"ncols {values.shape[1]}", f"nrows {values.shape[0]}", "xllcorner 500000", "yllcorner 4000000"]
    lines += ["cellsize 25", f"NODATA_value {nodata}"]
    lines += [" ".join(repr(float(v)) if np.isfinite(v) else str(nodata) for v in row) for row in values]
    path.write_text("\n".join(lines) + "\n")


def write_csv(path, values, delimiter=","):
    path.write_text("\n".join(delimiter.join("" if np.isnan(v) else repr(float(v)) for v in row) for row in values))


HOLED = np.where(GRID > 880, np.nan, GRID)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("grid.npy", lambda path: np.save(path, HOLED)),
        ("grid.npz", lambda path: np.savez(path, elevation=HOLED, other=np.zeros((2, 2)))),
        ("small.npz", lambda path: np.savez_compressed(path, heights=HOLED)),
        ("fortran.npy", lambda path: np.save(path, np.asfortranarray(HOLED))),
        ("grid.csv", lambda path: write_csv(path, HOLED)),
        ("semicolons.csv", lambda path: write_csv(path, HOLED, ";")),
        ("tabs.csv", lambda path: write_csv(path, HOLED, "\t")),
        ("GRID.ASC", lambda path: write_esri(path, HOLED)),
    ],
)
def test_a_grid_reads_back_as_it_was_written(tmp_path, name, write):
    write(tmp_path / name)
    found = read_heightmap(tmp_path / name)
    np.testing.assert_array_equal(found.elevation, HOLED)
    assert found.source == name
    assert found.is_assumed == (name != "GRID.ASC")


@pytest.mark.parametrize("ending", ["png", "tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_grey_picture_reads_back_as_it_was_written(tmp_path, ending, dtype):
    values = RANDOM.integers(0, np.iinfo(dtype).max, (20, 30)).astype(dtype)
    Image.fromarray(values).save(tmp_path / f"hills.{ending}")
    np.testing.assert_array_equal(read_heightmap(tmp_path / f"hills.{ending}").elevation, values)


def test_a_tiff_of_floats_reads_back_as_it_was_written(tmp_path):
    values = GRID.astype(np.float32)
    Image.fromarray(values).save(tmp_path / "hills.tiff")
    np.testing.assert_array_equal(read_heightmap(tmp_path / "hills.tiff").elevation, values)


def test_a_jpeg_is_read_nearly_as_it_was_written(tmp_path):
    values = np.add.outer(np.arange(64), np.arange(64)).astype(np.uint8)
    Image.fromarray(values).save(tmp_path / "hills.jpg", quality=95)
    np.testing.assert_allclose(read_heightmap(tmp_path / "hills.jpg").elevation, values, atol=6)


def test_the_colours_of_a_picture_count_by_their_lightness_and_clear_ones_are_holes(tmp_path):
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[..., :3], pixels[..., 3] = 100, 255
    pixels[0, 0, 3] = 0
    Image.fromarray(pixels).save(tmp_path / "hills.png")
    found = read_heightmap(tmp_path / "hills.png").elevation
    assert np.isnan(found[0, 0])
    assert (found.ravel()[1:] == 100).all()


def geotiff(path, scale, keys=None, nodata=None):
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[33550], tags.tagtype[33550] = (*scale, 0.0), 12
    tags[33922], tags.tagtype[33922] = (0.0, 0.0, 0.0, 7.0, 60.0, 0.0), 12
    if keys:
        tags[34735], tags.tagtype[34735] = keys, 3
    if nodata:
        tags[42113], tags.tagtype[42113] = nodata, 2
    Image.fromarray(GRID.astype(np.float32)).save(path, tiffinfo=tags)


def test_a_geotiff_says_how_large_its_cells_are(tmp_path):
    geotiff(tmp_path / "metres.tif", (30.0, 20.0), nodata="-9999")
    found = read_heightmap(tmp_path / "metres.tif")
    assert found.cell_size == (30.0, 20.0)
    assert not found.is_assumed
    geotiff(tmp_path / "degrees.tif", (0.001, 0.001), keys=(1, 1, 0, 1, 1024, 0, 1, 2))
    east, north = read_heightmap(tmp_path / "degrees.tif").cell_size
    assert north == pytest.approx(111.2, abs=0.1)
    assert east == pytest.approx(111.2 * np.cos(np.radians(60)), abs=0.1)


def test_the_no_data_value_of_a_geotiff_is_a_hole(tmp_path):
    geotiff(tmp_path / "hole.tif", (30.0, 20.0), nodata=repr(float(np.float32(GRID[2, 3]))))
    found = read_heightmap(tmp_path / "hole.tif").elevation
    assert np.isnan(found[2, 3])
    assert np.isnan(found).sum() == 1


def test_without_a_cell_size_the_relief_is_about_a_quarter_of_the_longer_side(tmp_path):
    for scale in (1e-6, 1.0, 1e6):
        np.save(tmp_path / "grid.npy", GRID * scale)
        found = read_heightmap(tmp_path / "grid.npy")
        assert 0.1 < np.ptp(found.elevation) / found.bounds.size.max() < 0.6
    np.save(tmp_path / "level.npy", np.ones((5, 5)))
    assert read_heightmap(tmp_path / "level.npy").bounds.size.min() > 0


def png_header(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def npy_header(shape):
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<f8", "fortran_order": False, "shape": shape})
    return buffer.getvalue()


def saved(save, *arrays):
    buffer = io.BytesIO()
    save(buffer, *arrays)
    return buffer.getvalue()


def zipped(name, data):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


class Trap:
    def __reduce__(self):
        return (pytest.fail, ("a pickle was opened",))


def pickled():
    return saved(np.save, np.array([[Trap(), 1], [2, 3]], dtype=object))


PNG = saved(lambda buffer, values: Image.fromarray(values).save(buffer, "png"), GRID.astype(np.uint8))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("cut.npz", saved(np.savez, GRID)[:900], "broken or cut off"),
        ("text.npz", b"hello", "broken or cut off"),
        ("pickle.npz", zipped("elevation.npy", pickled()), "pickle"),
        ("nothing.npz", zipped("readme.txt", b"hello"), "no table of numbers"),
        ("two.npz", saved(np.savez, GRID, GRID), "named elevation"),
        ("cube.npz", saved(np.savez, np.zeros((20, 20, 20))), "3 axes"),
        ("bomb.npz", zipped("elevation.npy", npy_header((20_000, 20_000))), "20,000 × 20,000"),
        ("short.npz", zipped("elevation.npy", npy_header((50, 50))), "cut off"),
        ("pickle.npy", pickled(), "pickle"),
        ("cut.npy", saved(np.save, GRID)[:-100], "cut off"),
        ("empty.npy", b"", "not an array"),
        ("text.npy", b"1,2\n3,4\n", "not an array"),
        ("words.npy", saved(np.save, np.array([["a", "b"], ["c", "d"]])), "not plain numbers"),
        ("complex.npy", saved(np.save, GRID * 1j), "not plain numbers"),
        ("line.npy", saved(np.save, np.arange(5.0)), "1 axes"),
        ("cube.npy", saved(np.save, np.zeros((3, 3, 3))), "3 axes"),
        ("bomb.npy", npy_header((20_000, 20_000)), "20,000 × 20,000"),
        ("thin.npy", saved(np.save, np.zeros((1, 5))), "at least 2 × 2"),
        ("nan.npy", saved(np.save, np.full((4, 4), np.nan)), "no heights"),
        ("infinite.npy", saved(np.save, np.full((4, 4), np.inf)), "no heights"),
        ("huge.npy", saved(np.save, np.full((4, 4), 1e300)), "no data"),
        ("ragged.csv", b"1,2,3\n4,5\n", "line 2: 2 numbers, but 3"),
        ("word.csv", b"1,2\n3,x\n", "line 2, column 2: “x”"),
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\n\n", "is empty"),
        ("nan.csv", b",,\n,,\n", "no heights"),
        ("line.csv", b"1,2,3", "at least 2 × 2"),
        ("binary.csv", PNG, "line"),
        ("nul.csv", b"1,2\n\x003,4", "line 2: this is not a table"),
        ("headless.asc", b"1 2 3\n4 5 6\n", "ncols and nrows"),
        ("word.asc", b"ncols x\nnrows 2\n", "line 1: “ncols” must be followed by a number"),
        ("short.asc", b"ncols 3\nnrows 2\ncellsize 1\n1 2 3\n4 5\n", "announces 3 × 2 heights and has 5"),
        ("zero.asc", b"ncols 2\nnrows 2\ncellsize 0\n1 2\n3 4\n", "above 0"),
        ("bomb.asc", b"ncols 20000\nnrows 20000\ncellsize 1\n1 2\n", "20,000 × 20,000"),
        ("nodata.asc", b"ncols 2\nnrows 2\nNODATA_value 9\n9 9\n9 9\n", "no heights"),
        ("cut.png", PNG[:120], "cannot be read"),
        ("text.png", b"hello", "cannot be read"),
        ("empty.png", b"", "cannot be read"),
        ("zero.png", png_header(0, 0), "cannot be read"),
        ("bomb.png", png_header(20_000, 20_000), "too large|20,000"),
        ("large.png", png_header(10_000, 9_000), "too large|10,000"),
        ("text.tif", b"II*\x00\xff\xff\xff\xff", "cannot be read"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "cannot be read"),
        ("hills.docx", b"PK", "there are .npz"),
        ("hills", b"", "there are .npz"),
    ],
    ids=lambda each: each if isinstance(each, str) and "." in each else "",
)
def test_a_broken_file_gets_one_clear_sentence_with_its_name(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(HeightmapError, match=words) as refusal:
        read_heightmap(path)
    assert name in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 200


def test_a_missing_file_and_a_folder_get_a_sentence_too(tmp_path):
    with pytest.raises(HeightmapError, match="there is no file"):
        read_heightmap(tmp_path / "nowhere.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(HeightmapError, match="is a folder"):
        read_heightmap(tmp_path / "folder.png")


def test_a_large_grid_is_averaged_down_and_keeps_its_size_in_metres():
    values = np.add.outer(np.arange(2500.0), np.arange(1500.0))
    values[:10, :10] = np.nan
    small = fit_to_limit(Elevation(values, (10.0, 10.0)))
    assert small.values.shape == (MAX_SIDE, MAX_SIDE)
    assert small.cell_size == pytest.approx((10 * 1500 / MAX_SIDE, 10 * 2500 / MAX_SIDE))
    assert np.isnan(small.values[0, 0])
    assert np.nanmean(small.values) == pytest.approx(np.nanmean(values), rel=1e-3)
    assert small.values[-1, -1] == pytest.approx(2499 + 1499, abs=3)


def test_a_small_grid_is_left_alone():
    elevation = Elevation(GRID)
    assert fit_to_limit(elevation) is elevation


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    write_csv(tmp_path / "grid.csv", RANDOM.uniform(0, 9, (500, 20)))
    told = []
    read_heightmap(tmp_path / "grid.csv", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 5
    with pytest.raises(Cancelled):
        read_heightmap(tmp_path / "grid.csv", lambda done: done > 0.3)


# The ground


def walk_down(ground, steps):
    theta = np.array(ground.start)
    for _ in range(steps):
        theta = theta - ground.learning_rates["gradient_descent"] * ground.cost.gradient(theta)
    return theta


def test_the_bundled_landscape_can_be_walked_down():
    ground = jacksboro().ground()
    assert ground.bounds.size == pytest.approx((29_900, 31_800), rel=0.01)
    assert ground.bounds.contains(np.array(ground.start))
    heights = ground.cost.cost(ground.bounds.grid(50, 50))
    assert 200 < heights.min() < heights.max() < 1100
    end = walk_down(ground, 300)
    assert ground.bounds.contains(end)
    assert ground.cost.cost(np.array(ground.start)) - ground.cost.cost(end) > 200
    assert ground.axes == ("east (m)", "north (m)")
    assert "public domain" in ground.source


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e4])
def test_any_landscape_gets_a_start_on_high_ground_and_strides_that_lead_down(scale):
    y, x = np.mgrid[-1:1:60j, -1:1:80j]
    values = scale * (x**2 + y**2 + 0.1 * np.sin(9 * x))
    ground = Heightmap(values, (scale, scale), "Bowl").ground()
    start, end = np.array(ground.start), walk_down(ground, 300)
    assert ground.bounds.contains(end)
    assert ground.cost.cost(end) < 0.3 * ground.cost.cost(start)


def test_a_landscape_that_is_mostly_hole_still_has_a_start():
    values = np.full((30, 30), np.nan)
    values[0:2, 0:2] = 5.0
    ground = landscape(values).ground()
    assert np.isfinite(ground.cost.cost(np.array(ground.start)))
