"""Build the word forms that search uses: `python tools/build_lemmas.py`. See tkanka/ground/search/dictionaries.py."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from tkanka.ground.search.dictionaries import LANGUAGES, build, folder

missing = [language for language in LANGUAGES if not (folder() / f"{language}.trie").exists()]
build(folder(), missing)
print(f"word forms: {', '.join(missing) or 'nothing to do'}")
