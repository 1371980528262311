export { CodebookDialog } from './codebook-dialog.tsx'
