"""Pictures in a Word file: a bitmap for every reader, and beside it the drawing for those that can show it."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ecmiss_publish.write.docx.xml import Xml

_EMU = 12700  # English metric units in a point
_INLINE = """<w:drawing
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="{id}" name={name} descr={alt}/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{id}" name={name} descr={alt}/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill>
<a:blip r:embed="{png}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/>
</a:ext></a:extLst></a:blip>
<a:stretch><a:fillRect/></a:stretch>
</pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic>
</wp:inline>
</w:drawing>""".replace("\n", "")


def embed(part: Part, number: int, png: bytes, svg: str) -> tuple[str, str]:
    """Add the picture's two files to `part`; return their relationship ids, the bitmap's first."""

    def added(suffix: str, content_type: str, blob: bytes) -> str:
        image = Part(PackURI(f"/word/media/image{number}.{suffix}"), content_type, blob, part.package)
        return part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)

    return added("png", "image/png", png), added("svg", "image/svg+xml", svg.encode())


def drawing(number: int, name: str, alt: str, files: tuple[str, str], width: float, height: float) -> Xml:
    """Return the picture of `files` in a line of text; lengths are points."""
    png, svg = files
    return Xml(
        _INLINE.format(
            id=number,
            name=quoteattr(name),
            # A line feed in an attribute reaches the reader as a space only where it is written as one.
            alt=quoteattr(" ".join(alt.split())),
            png=png,
            svg=svg,
            width=round(width * _EMU),
            height=round(height * _EMU),
        )
    )
