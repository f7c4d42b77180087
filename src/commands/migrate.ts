import { withApp } from './with-app.js';

/** Opening the application migrates. */
export const migrate = () =>
  withApp(async () => console.log('The tables are up to date.'), { creates: true });
