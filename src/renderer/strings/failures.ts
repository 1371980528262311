import type { RefusalCode } from '#domain/exchange/refusal.ts'
import type { CommandErrorCode } from '#domain/command/index.ts'
import type { FailureCode, Language, SaveState } from '#contract/index.ts'

type SaveReason = NonNullable<SaveState['reason']>
/** What became of files, as the store says it. */
type FileState = 'missing' | 'unreadable' | 'corrupt' | 'newer' | 'closed' | 'not-a-library'
type Code = FailureCode | RefusalCode | CommandErrorCode | SaveReason | FileState

/** What is, by code; where it is follows in the notice. */
export const failureWords: Record<Language, Record<Code, string>> = {
  en: {
    untrusted: 'The request came from outside the program and was refused.',
    invalid: 'The input does not fit the expected form.',
    refused: 'The input was refused. Nothing was changed.',
    'in-use': 'Other items rest on it.',
    'not-found': 'It is no longer there.',
    'read-only': 'This can only be read here.',
    'not-saved': 'Not saved.',
    cancelled: 'Cancelled.',
    unexpected: 'Something unexpected went wrong.',
    'not-text': 'The file is not text.',
    empty: 'The file is empty.',
    'too-large': 'The file is larger than 50 MB.',
    'not-utf8': 'The file is not UTF-8, and it is not clear what else it is.',
    'utf-16': 'The file is UTF-16 that cannot be read here. Save it as UTF-8 and import it again.',
    'unsupported-type': 'This type of file is not read. Text, Markdown, HTML, PDF, Word (docx), mail (eml), Kronika JSON and portable cases are.',
    'not-json': 'The file is not valid JSON.',
    'too-deep': 'The document is nested more than 64 levels deep.',
    'duplicate-key': 'The document has the same key twice.',
    'forbidden-key': 'The document has a key that is not allowed.',
    'unsafe-number': 'The document has a number that cannot be kept exactly.',
    'not-kronika': 'The file is not a Kronika document.',
    'newer-version': 'The document comes from a newer version of Kronika.',
    'unknown-version': 'The version of the document is not known.',
    'wrong-tlp': 'The document has a label that TLP 2.0 does not know.',
    'broken-reference': 'It refers to something that does not exist.',
    'broken-anchor': 'A quote does not stand in its text.',
    'damaged-archive': 'The archive is damaged, or holds what it must not.',
    altered: 'A file in it is not as its manifest says.',
    'broken-history': 'Its history does not lead to this incident.',
    exists: 'There is already one with this id.',
    'disk-full': 'Disk full.',
    'no-permission': 'No permission to write to the library folder.',
    'changed-outside': 'The file was changed by another program.',
    'io-error': 'The disk reported an error.',
    missing: 'The files are not there any more.',
    unreadable: 'The system does not hand over the files.',
    corrupt: 'The files are damaged.',
    newer: 'It was written by a newer version of Kronika.',
    closed: 'No library is open.',
    'not-a-library': 'This folder holds other files and is not a library.',
  },
  cs: {
    untrusted: 'Požadavek přišel zvenčí programu a byl odmítnut.',
    invalid: 'Vstup nemá očekávaný tvar.',
    refused: 'Vstup byl odmítnut. Nic se nezměnilo.',
    'in-use': 'Opírají se o to další položky.',
    'not-found': 'Už to neexistuje.',
    'read-only': 'Tady to lze jen číst.',
    'not-saved': 'Neuloženo.',
    cancelled: 'Zrušeno.',
    unexpected: 'Stalo se něco nečekaného.',
    'not-text': 'Soubor není text.',
    empty: 'Soubor je prázdný.',
    'too-large': 'Soubor je větší než 50 MB.',
    'not-utf8': 'Soubor není v UTF-8 a není jasné, v jakém kódování je.',
    'utf-16': 'Soubor je v UTF-16, které zde nelze přečíst. Uložte ho jako UTF-8 a importujte znovu.',
    'unsupported-type': 'Tento typ souboru se nečte. Čte se text, Markdown, HTML, PDF, Word (docx), pošta (eml), Kronika JSON a přenosné případy.',
    'not-json': 'Soubor není platný JSON.',
    'too-deep': 'Dokument má více než 64 vnořených úrovní.',
    'duplicate-key': 'Dokument má dvakrát stejný klíč.',
    'forbidden-key': 'Dokument má nepovolený klíč.',
    'unsafe-number': 'Dokument má číslo, které nelze uchovat přesně.',
    'not-kronika': 'Soubor není dokument Kroniky.',
    'newer-version': 'Dokument pochází z novější verze Kroniky.',
    'unknown-version': 'Verze dokumentu není známá.',
    'wrong-tlp': 'Dokument má štítek, který TLP 2.0 nezná.',
    'broken-reference': 'Odkazuje na něco, co neexistuje.',
    'broken-anchor': 'Citát v textu nestojí.',
    'damaged-archive': 'Archiv je poškozený nebo obsahuje, co nesmí.',
    altered: 'Soubor uvnitř neodpovídá svému soupisu.',
    'broken-history': 'Jeho historie nevede k tomuto incidentu.',
    exists: 'Položka s tímto id už existuje.',
    'disk-full': 'Disk je plný.',
    'no-permission': 'Chybí oprávnění zapisovat do složky knihovny.',
    'changed-outside': 'Soubor změnil jiný program.',
    'io-error': 'Disk ohlásil chybu.',
    missing: 'Soubory tam už nejsou.',
    unreadable: 'Systém soubory nevydá.',
    corrupt: 'Soubory jsou poškozené.',
    newer: 'Zapsala to novější verze Kroniky.',
    closed: 'Žádná knihovna není otevřená.',
    'not-a-library': 'V této složce jsou jiné soubory, není to knihovna.',
  },
}

/** Words for a failure or refusal: by its reason when that is known, else by its code. */
export function failureText(language: Language, code: string | null | undefined, fallback: FailureCode = 'unexpected'): string {
  const words: Record<string, string> = failureWords[language]
  return (code ? words[code] : undefined) ?? words[fallback] ?? ''
}
