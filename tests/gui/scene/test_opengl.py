from __future__ import annotations

import pytest

from trekker.gui.scene import opengl
from trekker.gui.scene.opengl import OpenGLStatus


@pytest.mark.opengl
def test_the_probe_names_the_driver(qapp):
    status = opengl.probe()
    assert status.works
    assert status.reason == ""
    assert status.renderer
    assert status.version[0].isdigit()


@pytest.mark.parametrize(
    ("renderer", "software"),
    [("llvmpipe (LLVM 15.0.6, 256 bits)", True), ("Google SwiftShader", True), ("NVIDIA GeForce RTX 4060", False)],
)
def test_multisampling_is_left_to_graphics_cards(renderer, software):
    status = OpenGLStatus(works=True, renderer=renderer)
    assert status.is_software is software
    assert status.samples == (0 if software else 4)


def test_where_there_is_no_context_the_probe_says_so_and_does_not_raise(qapp, monkeypatch):
    monkeypatch.setattr(opengl.QOpenGLContext, "create", lambda self: False)
    status = opengl.probe()
    assert not status.works
    assert status.reason.endswith(".")


def test_pyopengl_is_pointed_at_the_platform_of_qt_unless_somebody_chose(qapp, monkeypatch):
    monkeypatch.setattr(opengl.sys, "platform", "linux")
    monkeypatch.delenv("PYOPENGL_PLATFORM", raising=False)
    monkeypatch.setattr(opengl.QGuiApplication, "platformName", lambda: "wayland-egl")
    opengl.after_application()
    assert opengl.os.environ["PYOPENGL_PLATFORM"] == "egl"
    monkeypatch.setattr(opengl.QGuiApplication, "platformName", lambda: "xcb")
    opengl.after_application()
    assert opengl.os.environ["PYOPENGL_PLATFORM"] == "egl"
    monkeypatch.delenv("PYOPENGL_PLATFORM")
    opengl.after_application()
    assert opengl.os.environ["PYOPENGL_PLATFORM"] == "glx"
    monkeypatch.delenv("PYOPENGL_PLATFORM")
