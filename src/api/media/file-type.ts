/** The one function that is used of file-type, in a module of its own: it is loaded with the first upload. */
export { fileTypeFromBlob } from 'file-type';
