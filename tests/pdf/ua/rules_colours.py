"""Colours, images, forms and graphics states: the same on every screen and press."""
import struct

import pikepdf

from .content import DEVICE
from .table import rule

PARTS = {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1}
NEEDS = {3: "DeviceRGB", 4: "DeviceCMYK", 1: "DeviceGray"}
BLENDS = set("Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight "
             "Difference Exclusion Hue Saturation Color Luminosity".split())
INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")


def profile_faults(stream):
    """What is wrong with an ICC profile (ICC.1:2010, 7.2 and 7.3)."""
    data = bytes(stream.read_bytes())
    if len(data) < 132 or data[36:40] != b"acsp":
        return ["it is no ICC profile"]
    size, = struct.unpack(">I", data[:4])
    count, = struct.unpack(">I", data[128:132])
    faults = [f"it says {size} bytes and has {len(data)}"] if size != len(data) else []
    if data[8] not in (2, 4) or data[12:16] not in (b"mntr", b"prtr", b"scnr", b"spac"):
        faults.append(f"version {data[8]}, class {data[12:16]}")
    if PARTS.get(data[16:20]) != stream.get("/N"):
        faults.append(f"N is {stream.get('/N')} for {data[16:20]}")
    if data[20:24] not in (b"XYZ ", b"Lab "):
        faults.append(f"it connects by {data[20:24]}")
    names = set()
    for i in range(min(count, 100)):
        name, start, length = struct.unpack(">4sII", data[132 + 12 * i:144 + 12 * i])
        names.add(name)
        if start + length > len(data) or start < 132 + 12 * count or start % 4:
            faults.append(f"tag {name} lies outside")
    needed = {b"desc", b"cprt", b"wtpt"} | ({b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
                                            if data[16:20] == b"RGB " and b"A2B0" not in names else set())
    if not needed <= names:
        faults.append(f"it lacks {sorted(needed - names)}")
    return faults


def _intents(file):
    return [one for one in file.root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"]


def _parts(file):
    """Of the output intent's profile: 1, 3 or 4 parts; None without one."""
    return next((PARTS.get(bytes(one.DestOutputProfile.read_bytes())[16:20]) for one in _intents(file)
                 if "/DestOutputProfile" in one), None)


@rule("intent", "A 6.2.3", "what a device colour looks like is said by a profile that goes with the file")
def there_is_an_output_intent(file):
    intents = _intents(file)
    if len(intents) != 1:
        yield f"{len(intents)} output intents for PDF/A"
    for one in intents:
        if "/OutputConditionIdentifier" not in one:
            yield "the output intent has no OutputConditionIdentifier"
        if not isinstance(one.get("/DestOutputProfile"), pikepdf.Stream):
            yield "the output intent has no profile"
        else:
            yield from profile_faults(one.DestOutputProfile)
            if bytes(one.DestOutputProfile.read_bytes())[12:16] not in (b"mntr", b"prtr"):
                yield "its profile is not of a screen or a press"


@rule("icc", "A 6.2.4.2", "a colour space by profile has a profile that is one")
def profiles_are_profiles(file):
    for content in file.contents:
        for category, space in content.used:
            if category == "/ColorSpace" and isinstance(space, pikepdf.Array) and space[0] == "/ICCBased":
                yield from profile_faults(space[1])


def _devices(space):
    """Names of the device spaces that a colour space comes down to."""
    if isinstance(space, pikepdf.Name):
        long = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK"}.get(str(space), str(space))
        return {long[1:]} if long in DEVICE.values() else set()
    if isinstance(space, pikepdf.Array) and space[0] in ("/Indexed", "/I", "/Pattern"):
        return _devices(space[1]) if len(space) > 1 else set()
    if isinstance(space, pikepdf.Array) and space[0] in ("/Separation", "/DeviceN"):
        return _devices(space[2])
    return set()


@rule("device-colours", "A 6.2.4.3", "a device colour is of the kind that the output intent explains")
def device_colours_fit_the_intent(file):
    parts = _parts(file)
    for number, content in enumerate(file.contents, 1):
        for category, space in content.used:
            wrong = (_devices(space) if category == "/ColorSpace" else set()) - {"DeviceGray", NEEDS.get(parts)}
            if wrong and parts is not None:     # without an intent: that rule has said so
                yield f"page {number}: {', '.join(wrong)}"


@rule("group-colours", "A 6.2.10", "what is transparent is mixed in a colour space that the intent explains")
def groups_fit_the_intent(file):
    parts = _parts(file)
    for thing in file.dictionaries:
        group = thing.get("/Group")
        if not isinstance(group, pikepdf.Dictionary) or group.get("/S") != "/Transparency":
            continue
        wrong = _devices(group.get("/CS")) - {"DeviceGray", NEEDS.get(parts)}
        if parts is not None and wrong:
            yield f"the group of {thing.objgen} mixes in {', '.join(wrong)}"


@rule("black", "ours", "black is one ink: text in three or four is never sharp, and costs four times as much")
def black_is_one_ink(file):
    for number, content in enumerate(file.contents, 1):
        if content.blacks:
            yield f"page {number}: 0 0 0 rg, {content.blacks} times"


# --- images and forms

@rule("images", "A 6.2.8", "an image is drawn as it is: no smoothing by the viewer, no others in its place")
def images_are_plain(file):
    inline = [image for content in file.contents for image in content.images
              if not isinstance(image, pikepdf.Stream)]
    for thing in [*(one for one in file.streams if one.get("/Subtype") == "/Image"), *inline]:
        # pikepdf takes /I of an inline image, which is Interpolate, for Indexed.
        if True in (thing.get("/Interpolate"), thing.get("/I"), thing.get("/Indexed")):
            yield "an image has Interpolate"
        if "/Alternates" in thing or "/OPI" in thing:
            yield "an image has Alternates or OPI"
        if thing.get("/BitsPerComponent", thing.get("/BPC", 8)) not in (1, 2, 4, 8, 16):
            yield "an image has an odd number of bits"
        if "/Intent" in thing and str(thing.Intent) not in INTENTS:
            yield f"an image has the intent {thing.Intent}"


@rule("forms", "A 6.2.9", "no PostScript, nothing taken from other files")
def forms_are_plain(file):
    for thing in file.streams:
        if thing.get("/Type") == "/XObject" or "/Subtype" in thing:
            if thing.get("/Subtype") == "/PS" or thing.get("/Subtype2") == "/PS" or "/PS" in thing:
                yield f"{thing.objgen} is PostScript"
            if thing.get("/Subtype") == "/Form" and ("/Ref" in thing or "/OPI" in thing):
                yield f"form {thing.objgen} has Ref or OPI"


def _states(file):
    """Every graphics state that is used, once."""
    found = {id(one): one for content in file.contents for category, one in content.used if category == "/ExtGState"}
    return found.values()


@rule("states-plain", "A 6.2.5", "no transfer functions or halftones of the file's own")
def states_are_plain(file):
    for state in _states(file):
        if "/TR" in state or state.get("/TR2", "/Default") != "/Default" or "/HTP" in state:
            yield "a graphics state has TR, TR2 or HTP"
        halftone = state.get("/HT")
        if isinstance(halftone, pikepdf.Object) and not isinstance(halftone, pikepdf.Name):
            if halftone.get("/HalftoneType") not in (1, 5) or "/HalftoneName" in halftone:
                yield "a graphics state has a halftone that is not allowed"
        if "/RI" in state and str(state.RI) not in INTENTS:
            yield f"a graphics state has the intent {state.RI}"


@rule("blends", "A 6.2.10", "only ways of mixing that ISO 32000-1 knows")
def blends_are_known(file):
    for state in _states(file):
        modes = state.get("/BM", pikepdf.Name.Normal)
        for mode in modes if isinstance(modes, pikepdf.Array) else [modes]:
            if str(mode)[1:] not in BLENDS:
                yield f"a graphics state mixes by {mode}"
