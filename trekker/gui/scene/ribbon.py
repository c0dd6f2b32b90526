"""Lines of a constant width in pixels with soft edges, as triangles: smooth without multisampling, on any driver."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.gpu import Program

RIBBON = np.dtype(
    [
        ("a_position", "f4", 3),
        ("a_before", "f4", 3),
        ("a_after", "f4", 3),
        ("a_side", "f4"),
        ("a_width", "f4"),
        ("a_colour", "u1", 4),
    ]
)
"""A vertex: its place and its neighbours', the side it lies on, how many times the usual width the line has there, and
a colour of its own, which replaces the line's as far as alpha says."""

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
uniform vec2 u_size;
uniform float u_half;
uniform float u_bias;
attribute vec3 a_position;
attribute vec3 a_before;
attribute vec3 a_after;
attribute float a_side;
attribute float a_width;
attribute vec4 a_colour;
varying float v_away;
varying float v_half;
varying vec4 v_own;
vec2 pixel(vec4 clip) { return clip.xy / max(clip.w, 1e-3) * u_size * 0.5; }
vec2 heading(vec2 move, vec2 otherwise) {
    float length_ = length(move);
    return length_ > 1e-3 ? move / length_ : otherwise;
}
void main() {
    vec4 here = u_matrix * vec4(a_position, 1.0);
    vec2 middle = pixel(here);
    vec2 after = pixel(u_matrix * vec4(a_after, 1.0)) - middle;
    vec2 before = middle - pixel(u_matrix * vec4(a_before, 1.0));
    vec2 going = heading(after, heading(before, vec2(1.0, 0.0)));
    vec2 coming = heading(before, going);
    vec2 along = heading(going + coming, going);
    vec2 normal = vec2(-along.y, along.x);
    float stretch = min(1.0 / max(dot(normal, vec2(-going.y, going.x)), 0.4), 1.6);
    v_half = u_half * a_width;
    v_own = a_colour;
    float half_ = v_half + 1.0;
    v_away = a_side * half_;
    here.xy += normal * a_side * half_ * stretch * 2.0 / u_size * here.w;
    here.z -= u_bias * here.w;
    gl_Position = here;
}
"""

_FRAGMENT_CODE = """#version 120
uniform vec3 u_colour;
uniform vec3 u_casing;
uniform float u_casing_width;
uniform float u_half;
uniform float u_alpha;
varying float v_away;
varying float v_half;
varying vec4 v_own;
void main() {
    float away = abs(v_away);
    float edge = clamp(v_half + 0.5 - away, 0.0, 1.0);
    float casing = u_casing_width * min(1.0, v_half / u_half);
    float core = clamp(v_half - casing + 0.5 - away, 0.0, 1.0);
    float across = v_away / max(v_half, 0.5);
    float round_ = across * across;
    vec3 colour = mix(u_colour, v_own.rgb, v_own.a);
    vec3 lit = colour * (1.0 - 0.16 * round_) + 0.10 * max(0.0, 1.0 - 5.0 * round_);
    gl_FragColor = vec4(mix(u_casing, lit, core), edge * u_alpha);
}
"""


def ribbon_program() -> Program:
    """Compile the program that draws ribbons in the current context."""
    return Program(_VERTEX_CODE, _FRAGMENT_CODE, RIBBON)


def triangulated(
    points: Array,
    joined: NDArray[np.bool_],
    *,
    widths: Array | float = 1.0,
    colours: NDArray[np.uint8] | None = None,
) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """Return the vertices and triangles of lines through points (v, 3).

    ``joined`` (v,) tells of each point whether a line leads to it from the one before; ``widths`` (v,) how many times
    the usual width it has there; ``colours`` (v, 4) what colour of its own, from 0 to 255.
    """
    vertices = np.zeros((len(points), 2), dtype=RIBBON)
    if not len(points):
        return vertices.ravel(), np.empty((0, 3), dtype=np.uint32)
    follows = np.append(joined[1:], False)[:, None]
    vertices["a_position"] = points[:, None]
    vertices["a_before"] = np.where(joined[:, None], np.roll(points, 1, axis=0), points)[:, None]
    vertices["a_after"] = np.where(follows, np.roll(points, -1, axis=0), points)[:, None]
    vertices["a_side"] = (-1.0, 1.0)
    vertices["a_width"] = np.reshape(widths, (-1, 1))
    if colours is not None:
        vertices["a_colour"] = colours[:, None]
    last = np.flatnonzero(joined).astype(np.uint32) * 2
    first = last - np.uint32(2)
    lower = np.stack((first, first + np.uint32(1), last + np.uint32(1)), axis=-1)
    upper = np.stack((first, last + np.uint32(1), last), axis=-1)
    return vertices.ravel(), np.concatenate((lower, upper))
