"""The little of OpenGL 2.1 that the scene needs: a program with its uniforms, and a mesh that is uploaded once.

Each scene owns its programs and buffers; nothing is cached for the process. Vertices are structured arrays whose
field names are the shader's attribute names, so that a layout is written in one place.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtGui import QImage, QMatrix4x4
from PySide6.QtOpenGL import QOpenGLBuffer, QOpenGLShader, QOpenGLShaderProgram

Uniform: TypeAlias = "float | int | tuple[float, ...] | NDArray[Any] | QMatrix4x4"

_KINDS = MappingProxyType({np.dtype("f4"): (GL.GL_FLOAT, False), np.dtype("u1"): (GL.GL_UNSIGNED_BYTE, True)})
_VECTOR_SETTERS = MappingProxyType({2: GL.glUniform2f, 3: GL.glUniform3f, 4: GL.glUniform4f})
_ARRAY_SETTERS = MappingProxyType({2: GL.glUniform2fv, 3: GL.glUniform3fv, 4: GL.glUniform4fv})
_INDEX_BYTES = 4


class Program:
    """A linked shader program whose attributes are the fields of one vertex layout."""

    def __init__(self, vertex_code: str, fragment_code: str, layout: np.dtype[np.void]) -> None:
        self._program = QOpenGLShaderProgram()
        self._layout = layout
        self._locations: dict[str, int] = {}
        kinds = QOpenGLShader.ShaderTypeBit
        for kind, code in ((kinds.Vertex, vertex_code), (kinds.Fragment, fragment_code)):
            if not self._program.addShaderFromSourceCode(kind, code):
                raise RuntimeError(f"a shader does not compile: {self._program.log()}")
        for location, name in enumerate(layout.names or ()):
            self._program.bindAttributeLocation(name, location)
        if not self._program.link():
            raise RuntimeError(f"a shader program does not link: {self._program.log()}")

    def use(self, **uniforms: Uniform) -> None:
        """Make this the current program and set uniforms."""
        self._program.bind()
        self.set(**uniforms)

    def set(self, **uniforms: Uniform) -> None:
        """Set uniforms of the current program; an (n, k) array sets an array of n k-vectors."""
        for name, value in uniforms.items():
            location = self._locations.get(name)
            if location is None:
                location = self._locations[name] = self._program.uniformLocation(name)
            _set_uniform(location, value)

    def release(self) -> None:
        """Leave no program current."""
        self._program.release()


def _set_uniform(location: int, value: Uniform) -> None:
    if isinstance(value, QMatrix4x4):
        GL.glUniformMatrix4fv(location, 1, False, np.array(value.data(), dtype=np.float32))
    elif isinstance(value, float):
        GL.glUniform1f(location, value)
    elif isinstance(value, int):
        GL.glUniform1i(location, value)
    elif isinstance(value, tuple) or value.ndim == 1:
        _VECTOR_SETTERS[len(value)](location, *value)
    else:
        numbers = np.ascontiguousarray(value, dtype=np.float32)
        _ARRAY_SETTERS[numbers.shape[1]](location, len(numbers), numbers)


class Mesh:
    """Triangles on the graphics card; :meth:`upload` again to change them."""

    def __init__(self, layout: np.dtype[np.void]) -> None:
        self._pointers = _pointers(layout)
        self._vertices = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._triangles = QOpenGLBuffer(QOpenGLBuffer.Type.IndexBuffer)
        self._count = 0

    def upload(self, vertices: NDArray[np.void], triangles: NDArray[np.uint32]) -> None:
        """Send vertices (v,) of the layout and triangles (t, 3); a context must be current."""
        self._count = triangles.size
        if self._count:
            _fill(self._vertices, np.ascontiguousarray(vertices))
            _fill(self._triangles, np.ascontiguousarray(triangles))

    def bind(self) -> None:
        """Make this the mesh that :meth:`draw` draws."""
        if not self._count:
            return
        self._vertices.bind()
        for location, pointer in enumerate(self._pointers):
            GL.glEnableVertexAttribArray(location)
            GL.glVertexAttribPointer(location, *pointer)
        self._triangles.bind()

    def draw(self, first: int = 0, end: int | None = None) -> None:
        """Draw the triangles from ``first`` to before ``end`` with the current program; the mesh must be bound."""
        count = (self._count if end is None else 3 * end) - 3 * first
        if count > 0:
            offset = GL.ctypes.c_void_p(3 * first * _INDEX_BYTES)
            GL.glDrawElements(GL.GL_TRIANGLES, count, GL.GL_UNSIGNED_INT, offset)

    def release(self) -> None:
        """Leave no mesh bound."""
        if not self._count:
            return
        self._triangles.release()
        self._vertices.release()
        for location in range(len(self._pointers)):
            GL.glDisableVertexAttribArray(location)

    def draw_once(self) -> None:
        """Bind, draw and release."""
        self.bind()
        self.draw()
        self.release()


def _pointers(layout: np.dtype[np.void]) -> list[tuple[Any, ...]]:
    """Return for each field of a layout how OpenGL finds it: size, kind, whether 0…255 means 0…1, stride, offset."""
    found = []
    for field, offset, *_ in (layout.fields or {}).values():
        base, shape = field.subdtype or (field, ())
        kind, normalised = _KINDS[base]
        size = int(np.prod(shape, dtype=int))
        found.append((size, kind, normalised, layout.itemsize, GL.ctypes.c_void_p(offset)))
    return found


class Texture:
    """A picture on the graphics card, shown texel by texel."""

    def __init__(self) -> None:
        self._name: int | None = None

    def upload(self, image: QImage) -> None:
        """Send a picture; a context must be current."""
        if self._name is None:
            self._name = int(GL.glGenTextures(1))
        plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
        self.bind()
        for key, value in (
            (GL.GL_TEXTURE_MIN_FILTER, GL.GL_NEAREST),
            (GL.GL_TEXTURE_MAG_FILTER, GL.GL_NEAREST),
            (GL.GL_TEXTURE_WRAP_S, GL.GL_CLAMP_TO_EDGE),
            (GL.GL_TEXTURE_WRAP_T, GL.GL_CLAMP_TO_EDGE),
        ):
            GL.glTexParameteri(GL.GL_TEXTURE_2D, key, value)
        size = (plain.width(), plain.height())
        texels = bytes(plain.constBits())
        GL.glTexImage2D(GL.GL_TEXTURE_2D, 0, GL.GL_RGBA8, *size, 0, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, texels)
        self.release()

    def upload_grey(self, picture: NDArray[np.uint8]) -> None:
        """Send a picture (rows, columns) of 0 to 255, which is smoothed between texels; a context must be current."""
        if self._name is None:
            self._name = int(GL.glGenTextures(1))
        self.bind()
        for key, value in (
            (GL.GL_TEXTURE_MIN_FILTER, GL.GL_LINEAR),
            (GL.GL_TEXTURE_MAG_FILTER, GL.GL_LINEAR),
            (GL.GL_TEXTURE_WRAP_S, GL.GL_CLAMP_TO_EDGE),
            (GL.GL_TEXTURE_WRAP_T, GL.GL_CLAMP_TO_EDGE),
        ):
            GL.glTexParameteri(GL.GL_TEXTURE_2D, key, value)
        rows, columns = picture.shape
        kind = GL.GL_LUMINANCE
        GL.glTexImage2D(GL.GL_TEXTURE_2D, 0, kind, columns, rows, 0, kind, GL.GL_UNSIGNED_BYTE, picture.tobytes())
        self.release()

    def bind(self) -> None:
        """Make this the current texture."""
        GL.glBindTexture(GL.GL_TEXTURE_2D, self._name or 0)

    @staticmethod
    def release() -> None:
        """Leave no texture current."""
        GL.glBindTexture(GL.GL_TEXTURE_2D, 0)


def _fill(buffer: QOpenGLBuffer, data: NDArray[Any]) -> None:
    """Write ``data`` into ``buffer``, which grows by doubling so that a growing trail seldom needs a new one."""
    if not buffer.isCreated():
        buffer.create()
    buffer.bind()
    raw = data.view(np.uint8).reshape(-1)
    if buffer.size() < raw.size:
        buffer.allocate(max(raw.size, 2 * buffer.size()))
    buffer.write(0, raw, raw.size)  # type: ignore[arg-type]  # takes any buffer, whatever its signature says
    buffer.release()
