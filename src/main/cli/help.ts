export const helpText = `Kronika: an offline workbench for incidents.

Usage: kronika VERB … [--library DIR] [--json]

  import FILE…   documents (txt, Markdown, HTML, PDF, docx, eml) as sources,
                 Kronika JSON and .kronika bundles as incidents
                 [--incident ID | --title T] [--publisher P] [--source-date EDTF]
                 [--supersedes SOURCE-ID]  one FILE as a newer version of a source of
                 --incident: marks whose place is certain move, the others wait
                 a folder stands for the files in it, each with a line of its own
  list           the incidents of the library [--references: and the shipped cases]
  show ID        an incident or reference case
  apply ID       --command FILE.json   one command, or a list as one revision
                 --command -           one command a line from the standard input
  export ID      --format pdf|json|svg|png|csv|ics|timelinejs --out PATH
                 [--tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED] [--lang en|cs]
  compare ID…    the intervals between milestones, and who joined
                 [--similar N] [--align absolute|activity|detection|disclosure|attribution]
                 [--format svg|png|csv --out PATH] [--tlp LABEL] [--lang en|cs]
  suggest FILE   what the rules find in a text, as JSON; nothing is stored
                 [--lang en|cs] [--published YYYY-MM-DD]
  validate FILE  checks a Kronika document; an ID works too
  check          verifies every checksum, reference, anchor and backup of the library
  backup         list [ID] · make · restore ID BACKUP|newest [--yes]
  bundle         export ID --out case.kronika [--with-history]
                 import case.kronika [--as-copy]
  library        status · encrypt · decrypt · passphrase · recovery-key
  generate       --incidents N [--seed S]   invented incidents in a new --library DIR
  help           these lines                    --version  the version

The library is --library DIR, else KRONIKA_LIBRARY, else Kronika in your documents.
An encrypted library opens with the passphrase in the file KRONIKA_PASSPHRASE_FILE
(or KRONIKA_PASSPHRASE, or asked for at a terminal); a new one is read from
KRONIKA_NEW_PASSPHRASE_FILE. The recovery key may stand in KRONIKA_RECOVERY_KEY_FILE.
With --json answers and errors are JSON. Exit code 0: done; 1: refused, nothing
changed, the reason is on the standard error; 2: wrong usage; 3: of a folder,
some files were refused and the others came in.
`
