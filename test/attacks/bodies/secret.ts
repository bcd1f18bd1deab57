export const appSecret = 'a secret of the app';
export const verifyToken = 'a token to verify';
