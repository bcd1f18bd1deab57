import { createUploadSession } from './create-upload-session.ts';
import { deleteMedia } from './delete-media.ts';
import { downloadMediaBytes } from './download-media-bytes.ts';
import { downloadMedia } from './download-media.ts';
import { getMedia } from './get-media.ts';
import { getUploadOffset } from './get-upload-offset.ts';
import { saveMedia } from './save-media.ts';
import { setProfilePicture } from './set-profile-picture.ts';
import { uploadMedia } from './upload-media.ts';
import { uploadChunk } from './upload-chunk.ts';
import { uploadFile } from './upload-file.ts';

/** Uploads, reads, downloads and deletes files. */
export const mediaOperations = {
  upload: uploadMedia,
  get: getMedia,
  delete: deleteMedia,
  download: downloadMedia,
  downloadBytes: downloadMediaBytes,
  save: saveMedia,
  uploadFile,
  createUploadSession,
  getUploadOffset,
  uploadChunk,
  setProfilePicture,
};
