"""python3 tests/pdf/ua FILE…: what is wrong with each; python3 tests/pdf/ua: the rules."""
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import ua  # noqa: E402

if len(sys.argv) == 1:
    for rule in ua.RULES.values():
        print(f"{rule.id:20} {rule.clause:14} {rule.why}")
bad = 0
for path in sys.argv[1:]:
    faults = ua.check(Path(path))
    bad += bool(faults)
    for (rule, message), times in Counter(faults).items():
        print(f"{path}: {rule}: {message}" + (f" ({times} times)" if times > 1 else ""))
sys.exit(1 if bad else 0)
