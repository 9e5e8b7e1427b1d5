"""Prints each syntax error of a PowerShell script, read from standard input,
as "line to line: text".

Exit status 2 says that the grammar is not installed: pip install tree-sitter==0.26.1
tree-sitter-powershell==0.26.4
"""

import sys

try:
    import tree_sitter
    import tree_sitter_powershell
except ImportError as missing:
    print(missing)
    sys.exit(2)


def errors(node):
    if node.is_error or node.is_missing:
        yield node
    elif node.has_error:
        for child in node.children:
            yield from errors(child)


script = sys.stdin.buffer.read()
language = tree_sitter.Language(tree_sitter_powershell.language())
tree = tree_sitter.Parser(language).parse(script)
found = list(errors(tree.root_node))
lines = script.decode("utf-8").splitlines()
for node in found:
    row = node.start_point[0]
    print(f"{row + 1} to {node.end_point[0] + 1}: {lines[row].strip()}")
sys.exit(1 if found else 0)
