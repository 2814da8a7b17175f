import { type Handler, methods } from "../_handler";

const { GET: nothingAllowed } = methods({});

/** Where requests are led whose method no address here knows (lib/auth/incoming-requests) or that a page does not take (proxy.ts). */
const refuse: Handler = async (request, context) => {
  const response = await nothingAllowed(request, context);
  response.headers.set("allow", "GET, HEAD");
  return response;
};

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
