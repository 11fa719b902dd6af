// Made by scripts/dev/api-types.mjs from the API: change server/api/contract instead, then run it again.
export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service and its store answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                            /** @enum {string} */
                            store: "embedded" | "server";
                            /** @description whether an OSRM server is set up */
                            osrm: boolean;
                            programVersion: string;
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every county that has data, with its current version */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counties: components["schemas"]["CountyView"][];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A county, with the version asked for */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CountyView"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a county’s data, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: components["schemas"]["VersionView"][];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Import files as a new version of a county’s data; whole or not at all */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description of the county */
                        name: string;
                        /** @description on this version */
                        note?: string;
                        /**
                         * @description speed profile
                         * @default rural-plain
                         */
                        profile?: string;
                        /**
                         * @description a network for each; or all
                         * @default base,night,rain,snow
                         * @example base,night
                         */
                        conditions?: string;
                        /**
                         * Format: binary
                         * @description .osm.pbf, at most 512 MiB
                         */
                        roads: string;
                        /**
                         * Format: binary
                         * @description GeoJSON of the county, at most 64 MiB
                         */
                        boundary?: string;
                        /**
                         * Format: binary
                         * @description GeoJSON of the townships, at most 64 MiB
                         */
                        townships?: string;
                        /**
                         * Format: binary
                         * @description .csv or .geojson, at most 64 MiB; or, as a text, OSM tags: amenity=police
                         */
                        stations?: string;
                        /**
                         * Format: binary
                         * @description .csv or .geojson, at most 64 MiB; or, as a text, OSM tags: place=village,hamlet
                         */
                        settlements?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            name: string;
                            version: components["schemas"]["VersionView"];
                            /** @description what a reader of the version should know: places counted, left out, columns not used */
                            notes: string[];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an older version current again */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description dataset version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionView"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a delivery of files in and look it over; nothing enters the county’s data */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description .xlsx, .csv, .geojson, zipped Shapefile, at most 64 MiB each and 256 MiB together; .osm.pbf, at most 512 MiB */
                        files: string[];
                        /** @description IntakeChoices as JSON */
                        choices?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntakeBegun"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what files and columns are, and look the delivery over again */
        put: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntakeChoices"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntakeBegun"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a delivery is, and what was found in it */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description error: keeps its row out; doubt: wants a look; repair: put right, being certain */
                    level?: "error" | "doubt" | "repair";
                    /** @description of a file in the delivery, from 0 */
                    file?: number;
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntakeView"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End whatever a delivery does and forget it */
        delete: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description forgotten */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes/{id}/receipts/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the delivery with its bad cells coloured and the reasons; of a refused one, a list */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                    /** @description of a file in the delivery, from 0 */
                    file: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description XLSX */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes/{id}/preview.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where rows are claimed to be, and where the evidence would put them; never of video devices */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description of a file in the delivery, from 0 */
                    file?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description GeoJSON, RFC 7946 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": components["schemas"]["IntakePreview"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/intakes/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the delivery the county’s next version, whole or not at all */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    /** @description of a delivery under way */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description of the county */
                        name: string;
                        /** @description on this version */
                        note?: string;
                        /**
                         * @description good: leave out the rows that have errors; all: an error refuses all
                         * @enum {string}
                         */
                        rows: "all" | "good";
                        /**
                         * @description of the roads that the delivery brings; rural-plain
                         * @enum {string}
                         */
                        profile?: "car" | "rural-plain" | "rural-mountain" | "car+no-motorways" | "rural-plain+no-motorways" | "rural-mountain+no-motorways";
                        /** @description a network for each, of the roads that the delivery brings; base, night, rain, snow */
                        conditions?: ("base" | "night" | "rain" | "heavy-rain" | "snow" | "ice")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntakeBegun"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tables that a county’s offices send: what each holds and what is required */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/all.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All templates in one workbook */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description XLSX */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template to fill in, with notes, lists and an example row */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description else Accept decides, else xlsx */
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path: {
                    /** @description of the table */
                    kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description XLSX or CSV, by format or Accept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/townships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Townships with area and contents */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: components["schemas"]["About"];
                            townships: components["schemas"]["TownshipView"][];
                        };
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Police stations with headcounts */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: components["schemas"]["About"];
                            stations: components["schemas"]["StationView"][];
                        };
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settlements; figures of few households are withheld */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: components["schemas"]["About"];
                            settlements: components["schemas"]["SettlementView"][];
                        };
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Police rooms 警务室 by kind, with their hours; one of unknown place has no position */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: components["schemas"]["About"];
                            rooms: components["schemas"]["RoomView"][];
                        };
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/boundary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The county’s boundary as a GeoJSON feature; its geometry is null where the version has none */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description GeoJSON, RFC 7946 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": {
                            /** @enum {string} */
                            type: "Feature";
                            properties: {
                                about: components["schemas"]["About"];
                            };
                            geometry: {
                                /** @enum {string} */
                                type: "MultiPolygon";
                                coordinates: unknown[];
                            } | null;
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/networks/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A road network’s buffer; the hash names the bytes, so they never change */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    hash: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description bytes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": unknown;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/roads/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Road trust report: lengths against the official ones, islands, dead ends, settlements far from a road */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoadsReportAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Driving times and lengths from each source to each target, along the road only */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MatrixBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatrixAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where points are joined to their nearest roads */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        points: [
                            number,
                            number
                        ][];
                        /**
                         * @description light and weather that speeds are for 情景
                         * @enum {string}
                         */
                        condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                        /**
                         * @description any: OSRM where it is set up and answers, else the embedded engine, which the answer then says
                         * @enum {string}
                         */
                        engine?: "any" | "embedded" | "osrm";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NearestAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fastest route from one place to another, from door to door */
        get: {
            parameters: {
                query: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /**
                     * @description longitude,latitude in degrees, WGS 84 (CGCS2000 is the same at this scale)
                     * @example 117.16,32.48
                     */
                    from: string;
                    /**
                     * @description longitude,latitude in degrees, WGS 84 (CGCS2000 is the same at this scale)
                     * @example 117.16,32.48
                     */
                    to: string;
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description any: OSRM where it is set up and answers, else the embedded engine, which the answer then says */
                    engine?: "any" | "embedded" | "osrm";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RouteAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/isochrone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ground within some minutes’ drive of a point, off-road legs included, as GeoJSON */
        get: {
            parameters: {
                query: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /**
                     * @description longitude,latitude in degrees, WGS 84 (CGCS2000 is the same at this scale)
                     * @example 117.16,32.48
                     */
                    at: string;
                    /** @example 10,20,30 */
                    minutes?: string;
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    stepMetres?: number;
                    reachMetres?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description GeoJSON, RFC 7946 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": components["schemas"]["Features"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/catchments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which station reaches which settlement first, and how many stations serve it within the rule */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description for GeoJSON and CSV */
                    table?: "stations" | "settlements";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatchmentsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/hexagons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every H3 cell of the county: who is there first, and the households in it */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description of H3: 7, 8 or 9 */
                    resolution?: number;
                    /** @description times up to so many minutes are told, also beyond the rule; by default those of the rule */
                    horizonMinutes?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HexagonsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of a kept plan, or as the program proposes them, evaluated */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description what must pass for a group to pass 统计范围 */
                    scope?: "settlements" | "administrative" | "station" | "share";
                    /** @description per cent, for scope share */
                    share?: number;
                    plan?: string;
                    /** @description most stations in a proposed group */
                    maxGroup?: number;
                    /** @description for GeoJSON and CSV */
                    table?: "groups" | "settlements";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/groups/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Groups of the request, evaluated */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description for GeoJSON and CSV */
                    table?: "groups" | "settlements";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EvaluationBody"];
                };
            };
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One settlement explained, under the groups of a kept plan or proposed ones */
        get: {
            parameters: {
                query: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description what must pass for a group to pass 统计范围 */
                    scope?: "settlements" | "administrative" | "station" | "share";
                    /** @description per cent, for scope share */
                    share?: number;
                    plan?: string;
                    /** @description most stations in a proposed group */
                    maxGroup?: number;
                    settlement: string;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExplainAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** One settlement explained, under the groups of the request */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExplainBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExplainAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/coverage/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Video coverage of compounds 智安小区: counts and rates, each with its denominator */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description what rows are; township by default */
                    by?: "county" | "township" | "station" | "unit" | "compound";
                    /** @description what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well */
                    reading?: "accepted" | "built" | "under-construction";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VideoAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/coverage/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Volunteer posts 治安信息员: need, surplus, band, density with its estimate */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description what rows are; unit by default */
                    by?: "unit" | "township" | "station" | "county";
                    /** @description which units are held to one post a building: by 城乡分类代码, or communities */
                    urbanRural?: "urban-rural-code" | "unit-kind";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VolunteersAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/coverage/hexagons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coverage by H3 cell: households in equipped and networked compounds, density of posts, watched ground */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description of H3: 7, 8 or 9 */
                    resolution?: number;
                    /** @description what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well */
                    reading?: "accepted" | "built" | "under-construction";
                    /** @description which units are held to one post a building: by 城乡分类代码, or communities */
                    urbanRural?: "urban-rural-code" | "unit-kind";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CoverageHexagonsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every clause of the standard: value, verdict, units behind it, other readings */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description what must pass for a group to pass 统计范围 */
                    scope?: "settlements" | "administrative" | "station" | "share";
                    /** @description per cent, for scope share */
                    share?: number;
                    plan?: string;
                    /** @description most stations in a proposed group */
                    maxGroup?: number;
                    /** @description a rule by its id, or all rules of a clause; their units are listed */
                    clause?: "c3" | "c4" | "c5" | "c6" | "c12" | "c15" | "c19" | "c20" | "c21" | "c4A" | "c4B" | "c4C" | "c6a" | "c6b" | "c6c" | "c12-coverage" | "c12-network" | "c15-rural" | "c15-urban" | "c15-analysts" | "c15-funds";
                    /** @description of the county’s standard rules, by default the one in force; 0: as the program has them */
                    ruleVersion?: number;
                    /** @description for CSV and workbooks */
                    table?: "clauses" | "units";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScorecardAnswer"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/standard-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The standard’s rules in force for the county, and every version of its edits */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandardRulesAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Put edits of the rules in force as the county’s next version of them */
        put: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        edits: components["schemas"]["RuleSetBody"];
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandardRulesVersionView"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gaps of response, video, posts and staffing in one list: where, what is short, what would close it */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    /** @description what must pass for a group to pass 统计范围 */
                    scope?: "settlements" | "administrative" | "station" | "share";
                    /** @description per cent, for scope share */
                    share?: number;
                    plan?: string;
                    /** @description most stations in a proposed group */
                    maxGroup?: number;
                    kind?: "response" | "officers" | "video-equip" | "video-network" | "volunteers" | "auxiliaries";
                    township?: string;
                    /** @description all, by default */
                    limit?: number;
                    /** @description of the county’s standard rules, by default the one in force; 0: as the program has them */
                    ruleVersion?: number;
                    /** @description of the kind response; by default 6 */
                    responseWeight?: number;
                    /** @description of the kind officers; by default 6 */
                    officersWeight?: number;
                    /** @description of the kind video-equip; by default 4 */
                    videoEquipWeight?: number;
                    /** @description of the kind video-network; by default 3 */
                    videoNetworkWeight?: number;
                    /** @description of the kind volunteers; by default 2 */
                    volunteersWeight?: number;
                    /** @description of the kind auxiliaries; by default 2 */
                    auxiliariesWeight?: number;
                    /** @description of how far from the threshold; by default 6 */
                    severityWeight?: number;
                    /** @description of households touched; by default 6 */
                    householdsWeight?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description by Accept; without one, JSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GapsAnswer"];
                        "application/geo+json": components["schemas"]["Features"];
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every station ranked for one place and time: two clocks, duty, rule, route, next in line */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description response radius, inclusive 以内 */
                    maxKilometres?: number;
                    /** @description driving time, exclusive 少于 */
                    maxMinutes?: number;
                    /** @description how the limits are read together 且 / 或 / 仅距离 / 仅时间 */
                    combine?: "and" | "or" | "distance" | "time";
                    /** @description distance along the road or in a straight line */
                    metric?: "road" | "straight";
                    /** @description light and weather that speeds are for 情景 */
                    condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
                    plan?: string;
                    /** @description most stations in a proposed group */
                    maxGroup?: number;
                    /**
                     * @description longitude,latitude in degrees, WGS 84 (CGCS2000 is the same at this scale)
                     * @example 117.16,32.48
                     */
                    at?: string;
                    settlement?: string;
                    /**
                     * @description civil time of the county, by default now
                     * @example 2026-11-24T22:30
                     */
                    time?: string;
                    /** @description where the calendar says otherwise than the weekday */
                    workingDay?: boolean;
                    /** @description any: OSRM where it is set up and answers, else the embedded engine, which the answer then says */
                    engine?: "any" | "embedded" | "osrm";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DispatchAnswer"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counting rules that the county keeps */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                name: string;
                                rule: components["schemas"]["RuleView"];
                            }[];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a counting rule under a name that is not taken */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        rule: components["schemas"]["RuleBody"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            rule: components["schemas"]["RuleView"];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans of groups that the county keeps for the version */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plans: {
                                name: string;
                                groups: {
                                    id: string;
                                    centreId: string;
                                    memberIds: string[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a plan of groups under a name that is not taken */
        post: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        groups: components["schemas"]["GroupBody"][];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            groups: {
                                id: string;
                                centreId: string;
                                memberIds: string[];
                            }[];
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/results/{inputHash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provenance of a kept answer; the store keeps the newest groups, catchments and hexagons */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    inputHash: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResultView"];
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/tiles/{layer}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TileJSON of a layer; its tiles are those of one version and never change */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description of hexagons */
                    resolution?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    layer: "roads" | "areas" | "settlements" | "hexagons";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tilejson: string;
                            tiles: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties/{code}/tiles/{layer}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One vector tile; 204 where nothing is */
        get: {
            parameters: {
                query?: {
                    /** @description language of texts; else Accept-Language decides, else zh */
                    lang?: "zh" | "en";
                    /** @description dataset version */
                    version?: number;
                    /** @description of hexagons */
                    resolution?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description GB/T 2260, six digits
                     * @example 340121
                     */
                    code: string;
                    layer: "roads" | "areas" | "settlements" | "hexagons";
                    z: number;
                    x: number;
                    y: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description bytes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.mapbox-vector-tile": unknown;
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description refused; RFC 9457 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description failed; RFC 9457, without particulars */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Problem
         * @description RFC 9457
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description stable, for programs */
            code: string;
            problems?: {
                file?: string;
                row?: number;
                column?: string;
                rule: string;
                text: string;
            }[];
            problemCount?: number;
        };
        /** VersionView */
        VersionView: {
            /** @description dataset version */
            number: number;
            /** @description ISO 8601 */
            createdAt: string;
            note: string;
            /** @description what readers see who name no version */
            isCurrent: boolean;
            sources: {
                name: string;
                /** @description hex, of the file’s bytes */
                sha256: string;
            }[];
        };
        /** NetworkView */
        NetworkView: {
            profile: string;
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            networkHash: string;
            byteLength: number;
            /** @description of road, both directions once */
            kilometres: number;
        };
        /** CountyView */
        CountyView: {
            code: string;
            name: string;
            version: components["schemas"]["VersionView"];
            /** @description west, south, east, north, degrees */
            bounds: [
                number,
                number,
                number,
                number
            ];
            profiles: components["schemas"]["NetworkView"][];
            counts: {
                townships: number;
                stations: number;
                settlements: number;
            };
        };
        /** IntakeBegun */
        IntakeBegun: {
            id: string;
            state: string;
        };
        /** IntakeChoices */
        IntakeChoices: {
            /** @description by file: its reference system, whatever its rows say; GCJ-02, EPSG:4490, CGCS2000 3-degree zone 39 */
            referenceSystems?: {
                [key: string]: string;
            };
            /** @description files whose reference system the user stands by, whatever the evidence says */
            trusted?: string[];
            /** @description by kind of table: what headers mean; remembered at the commit */
            columns?: {
                /** @description by key of a header: a field of the template, or ignore */
                stations?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                units?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                settlements?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                compounds?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                rooms?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                "road-lengths"?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                incidents?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                county?: {
                    [key: string]: string;
                };
                /** @description by key of a header: a field of the template, or ignore */
                devices?: {
                    [key: string]: string;
                };
            };
            /** @description by file, then sheet (empty where the file has none): the kind of its table */
            kinds?: {
                [key: string]: {
                    [key: string]: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices" | "ignore";
                };
            };
            /** @description by code of a village-level unit: the settlement that it is, or null for none */
            matches?: {
                [key: string]: string | null;
            };
        };
        /** IntakeView */
        IntakeView: {
            id: string;
            /** @enum {string} */
            state: "checking" | "checked" | "committing" | "committed" | "failed";
            progress: {
                /** @description read, or that of the commit: check, network, write, publish */
                stage: string;
                file: string | null;
                /** @description files read, or steps of the stage */
                done: number;
                total: number;
                /** @description of the file that is being read */
                rowsDone: number;
                /** @description as far as is known */
                rows: number;
            } | null;
            /** @description in the order in which they came */
            files: {
                name: string;
                byteLength: number | null;
                sha256: string | null;
                roles: ("roads" | "boundary" | "townships" | "tables" | "nothing" | "refused")[];
                tables: {
                    sheet: string | null;
                    /**
                     * @description of a table: what the offices send
                     * @enum {string}
                     */
                    kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                    rowCount: number;
                    badRows: number;
                }[];
                counts: {
                    error: number;
                    doubt: number;
                    repair: number;
                };
            }[];
            counts: {
                error: number;
                doubt: number;
                repair: number;
            };
            findings: {
                /** @description that fit the level and file asked for */
                total: number;
                offset: number;
                items: {
                    /**
                     * @description error: keeps its row out; doubt: wants a look; repair: put right, being certain
                     * @enum {string}
                     */
                    level: "error" | "doubt" | "repair";
                    /** @description stable, for programs */
                    rule: string;
                    /** @description empty where it is about the delivery as a whole */
                    file: string;
                    sheet: string | null;
                    row: number | null;
                    column: string | null;
                    columnIndex: number | null;
                    reason: string;
                    /** @description place and reason as one line */
                    text: string;
                    data: {
                        [key: string]: number | string;
                    };
                }[];
            };
            unknownColumns: {
                file: string;
                sheet: string | null;
                /**
                 * @description of a table: what the offices send
                 * @enum {string}
                 */
                kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                header: string;
                /** @description by which IntakeChoices say what it means */
                key: string;
            }[];
            coordinates: {
                file: string;
                sheet: string | null;
                /**
                 * @description of a table: what the offices send
                 * @enum {string}
                 */
                kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                /** @description code of the reference system that is claimed */
                system: string;
                trusted: boolean;
                points: number;
                /** @description points whose place is known from elsewhere */
                known: number;
                /** @enum {string} */
                verdict: "consistent" | "contradicted" | "undecided";
                claimed: {
                    /** @description the reference system and what else is read otherwise, in words */
                    reading: string;
                    system: string | null;
                    rows: number;
                    located: number;
                    inside: number | null;
                    roadMetres: number | null;
                    shiftMetres: number | null;
                    shiftBearing: number | null;
                    /** @description standard errors in favour of the claim; 0 for the claim itself */
                    certainty: number;
                };
                better: {
                    /** @description the reference system and what else is read otherwise, in words */
                    reading: string;
                    system: string | null;
                    rows: number;
                    located: number;
                    inside: number | null;
                    roadMetres: number | null;
                    shiftMetres: number | null;
                    shiftBearing: number | null;
                    /** @description standard errors in favour of the claim; 0 for the claim itself */
                    certainty: number;
                } | null;
                /** @description the likeliest first */
                candidates: {
                    /** @description the reference system and what else is read otherwise, in words */
                    reading: string;
                    system: string | null;
                    rows: number;
                    located: number;
                    inside: number | null;
                    roadMetres: number | null;
                    shiftMetres: number | null;
                    shiftBearing: number | null;
                    /** @description standard errors in favour of the claim; 0 for the claim itself */
                    certainty: number;
                }[];
                missing: string[];
            }[];
            matches: {
                byCode: number;
                byName: number;
                ambiguous: number;
                unmatched: number;
            } | null;
            /** @description units that may be one of several settlements; IntakeChoices.matches decides */
            offered: {
                code: string;
                name: string;
                candidates: {
                    settlementId: string;
                    name: string;
                    score: number;
                }[];
            }[];
            choices: components["schemas"]["IntakeChoices"] | null;
            commit: {
                /** @description it may be committed with every row */
                all: boolean;
                /** @description it may be committed without the rows that have errors */
                good: boolean;
            };
            version: components["schemas"]["VersionView"] | null;
            failure: components["schemas"]["Problem"] | null;
        };
        /** IntakePreview */
        IntakePreview: {
            /** @enum {string} */
            type: "FeatureCollection";
            features: {
                /** @enum {string} */
                type: "Feature";
                geometry: {
                    /** @enum {string} */
                    type: "Point";
                    /** @description longitude, latitude, degrees WGS 84 */
                    coordinates: [
                        number,
                        number
                    ];
                } | null;
                properties: {
                    file: string;
                    sheet: string | null;
                    /**
                     * @description of a table: what the offices send
                     * @enum {string}
                     */
                    kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                    row: number;
                    /** @enum {string} */
                    position: "claimed" | "suggested";
                    metres: number | null;
                };
            }[];
        };
        /** TemplateList */
        TemplateList: {
            templates: {
                /**
                 * @description of a table: what the offices send
                 * @enum {string}
                 */
                kind: "stations" | "units" | "settlements" | "compounds" | "rooms" | "road-lengths" | "incidents" | "county" | "devices";
                name: {
                    zh: string;
                    en: string;
                };
                fields: {
                    /** @description by which IntakeChoices.columns name it */
                    key: string;
                    name: {
                        zh: string;
                        en: string;
                    };
                    required: boolean;
                    type: string;
                    note: {
                        zh: string;
                        en: string;
                    };
                    choices: string[] | null;
                }[];
            }[];
        };
        /** RuleView */
        RuleView: {
            /** @description response radius, inclusive 以内 */
            maxKilometres: number;
            /** @description driving time, exclusive 少于 */
            maxMinutes: number;
            /**
             * @description how the limits are read together 且 / 或 / 仅距离 / 仅时间
             * @enum {string}
             */
            combine: "and" | "or" | "distance" | "time";
            /**
             * @description distance along the road or in a straight line
             * @enum {string}
             */
            metric: "road" | "straight";
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            /**
             * @description what must pass for a group to pass 统计范围
             * @enum {string}
             */
            scope: "settlements" | "administrative" | "station" | "share";
            /** @description per cent, for scope share */
            sharePercent?: number;
        };
        /** About */
        About: {
            county: {
                code: string;
                name: string;
            };
            version: {
                number: number;
                /** @description ISO 8601 */
                createdAt: string;
                note: string;
                sources: {
                    name: string;
                    /** @description hex, of the file’s bytes */
                    sha256: string;
                }[];
            };
            /** @enum {string} */
            engine: "embedded" | "osrm";
            /** @description what a reader must be told, in the language of the request */
            note?: string;
            /** @description speed profile, the condition included */
            profile: string;
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            /** @description SHA-256 of the road network; for OSRM, the server’s address */
            networkHash: string;
            offRoad: {
                detourFactor: number;
                /** @description speed of the estimated leg between a place and its road */
                kmh: number;
            };
            rule?: components["schemas"]["RuleView"];
            /** @description SHA-256 of everything that the answer depends on */
            inputHash: string;
            /** @description the same in words 口径说明 */
            lines: {
                label: string;
                text: string;
            }[];
        };
        /** TownshipView */
        TownshipView: {
            id: string;
            name: string;
            /** @description on the ellipsoid */
            squareKilometres: number;
            stations: number;
            settlements: number;
            households: number | null;
            /** @description figures are withheld 样本过小, and are no part of households */
            withheldSettlements: number;
        };
        /**
         * Features
         * @description RFC 7946
         */
        Features: {
            /** @enum {string} */
            type: "FeatureCollection";
            about: {
                inputHash: string;
            };
            features: {
                /** @enum {string} */
                type: "Feature";
                geometry: {
                    type: string;
                    coordinates: unknown[];
                } | null;
                properties: {
                    [key: string]: unknown;
                };
            }[];
        };
        /** StationView */
        StationView: {
            id: string;
            name: string;
            /**
             * @description 城区所 or 农村所
             * @enum {string}
             */
            kind: "urban" | "rural";
            township: string | null;
            officers: number | null;
            auxiliaries: number | null;
            /** @description longitude, latitude, degrees WGS 84 */
            coord: [
                number,
                number
            ];
        };
        /** SettlementView */
        SettlementView: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "administrative" | "natural";
            township: string | null;
            stationId: string | null;
            households: number | null;
            population: number | null;
            /** @description figures are withheld 样本过小 */
            sampleTooSmall: boolean;
            /** @description longitude, latitude, degrees WGS 84 */
            coord: [
                number,
                number
            ];
        };
        /** RoomView */
        RoomView: {
            id: string;
            name: string;
            /** @description 社区, 农村, 7×24, 样板; GeoJSON and CSV join them by commas */
            kinds: ("community" | "rural" | "round-the-clock" | "model")[];
            /** @description the same in words */
            kindsText: string;
            stationId: string | null;
            hours: string | null;
            asOf: string | null;
            coord: [
                number,
                number
            ] | null;
        };
        /** RoadsReportAnswer */
        RoadsReportAnswer: {
            about: components["schemas"]["About"];
            ranks: {
                /** @description motorway, national, provincial, county, township, village */
                rank: string;
                rankText: string;
                /** @description its class in OSM China */
                highway: string;
                /** @description carriageways drawn apart count each */
                drawnKilometres: number;
                oneWayKilometres: number;
                /** @description as road books count: a one-way line is half of a divided road */
                roadKilometres: number;
                officialKilometres: number | null;
                completenessPercent: number | null;
            }[];
            others: {
                highway: string;
                drawnKilometres: number;
            }[];
            /** @description inside the county, where there is a boundary */
            totalKilometres: number;
            mainPieceKilometres: number;
            /** @description pieces of road that no road joins to the main one, longest first */
            islands: {
                kilometres: number;
                /** @description longitude, latitude, degrees WGS 84 */
                at: [
                    number,
                    number
                ];
                settlementIds: string[];
            }[];
            /** @description ends of roads that nearly touch another road without joining it */
            deadEnds: {
                /** @description longitude, latitude, degrees WGS 84 */
                at: [
                    number,
                    number
                ];
                /** @description the nearest place of the other road */
                towards: [
                    number,
                    number
                ];
                metres: number;
                /** @description of OSM, or of the survey */
                wayId: number;
                otherWayId: number;
            }[];
            /** @description farther than 300 m from every road that can be joined; null: there is none */
            farSettlements: {
                id: string;
                name: string;
                metres: number | null;
            }[];
            settlements: number;
            settlementsOnIslands: number;
        };
        /** MatrixBody */
        MatrixBody: {
            sources: [
                number,
                number
            ][];
            targets: [
                number,
                number
            ][];
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            /**
             * @description any: OSRM where it is set up and answers, else the embedded engine, which the answer then says
             * @enum {string}
             */
            engine?: "any" | "embedded" | "osrm";
        };
        /** SnappedPointView */
        SnappedPointView: {
            /** @description longitude, latitude, degrees WGS 84 */
            coord: [
                number,
                number
            ];
            /** @description straight, from the point to its place on the road */
            metres: number;
        };
        /** MatrixAnswer */
        MatrixAnswer: {
            about: components["schemas"]["About"];
            /** @description a row a source; driving along the road only; null where there is no route or no road */
            seconds: (number | null)[][];
            /** @description of the same routes */
            metres: (number | null)[][];
            sources: (components["schemas"]["SnappedPointView"] | null)[];
            targets: (components["schemas"]["SnappedPointView"] | null)[];
        };
        /** NearestAnswer */
        NearestAnswer: {
            about: components["schemas"]["About"];
            points: (components["schemas"]["SnappedPointView"] | null)[];
        };
        /** RouteView */
        RouteView: {
            /** @description door to door, estimated off-road legs included */
            seconds: number;
            /** @description door to door */
            metres: number;
            /** @description along the road */
            driveSeconds: number;
            driveMetres: number;
            turnSeconds: number | null;
            /** @description along the road */
            line: [
                number,
                number
            ][];
            /** @description the estimated leg before the road; empty where there is none */
            access: [
                number,
                number
            ][];
            egress: [
                number,
                number
            ][];
            byClass: {
                /** @description OSM */
                roadClass: string;
                text: string;
                seconds: number;
                metres: number;
            }[];
            steps: {
                /** @description OSM */
                roadClass: string;
                text: string;
                seconds: number;
                metres: number;
                name: string;
                ref: string;
            }[];
        };
        /** RouteAnswer */
        RouteAnswer: {
            about: components["schemas"]["About"];
            from: components["schemas"]["SnappedPointView"] | null;
            to: components["schemas"]["SnappedPointView"] | null;
            route: components["schemas"]["RouteView"] | null;
        };
        /** CatchmentSummaryView */
        CatchmentSummaryView: {
            stations: number;
            settlements: number;
            /** @description at least one station serves it within the rule */
            settlementsWithinRule: number;
            /** @description no station reaches it within the minutes */
            settlementsBeyondTime: number;
            /** @description farther than the snap limit from any road */
            settlementsOffRoad: number;
            stationsOffRoad: number;
            cells: number;
            /** @description some station reaches it within the minutes */
            cellsInTime: number;
        };
        /** StationCatchment */
        StationCatchment: {
            id: string;
            /** @description within the rule */
            settlements: number;
            marginalSettlements: number;
            metresToRoad: number | null;
        };
        /** SettlementCatchment */
        SettlementCatchment: {
            id: string;
            stationId: string | null;
            seconds: number | null;
            metres: number | null;
            nextStationId: string | null;
            nextSeconds: number | null;
            stationsWithinRule: number;
            metresToRoad: number | null;
        };
        /** CatchmentsAnswer */
        CatchmentsAnswer: {
            about: components["schemas"]["About"];
            summary: components["schemas"]["CatchmentSummaryView"];
            stations: components["schemas"]["StationCatchment"][];
            settlements: components["schemas"]["SettlementCatchment"][];
        };
        /** HexagonView */
        HexagonView: {
            /** @description H3 */
            cell: string;
            stationId: string | null;
            seconds: number | null;
            metres: number | null;
            nextStationId: string | null;
            nextSeconds: number | null;
            /** @description some station arrives within the rule’s minutes */
            inTime: boolean;
            households: number | null;
            population: number | null;
            sampleTooSmall: boolean;
        };
        /** HexagonsAnswer */
        HexagonsAnswer: {
            about: components["schemas"]["About"];
            resolution: number;
            summary: components["schemas"]["CatchmentSummaryView"];
            hexagons: components["schemas"]["HexagonView"][];
        };
        /** Tally */
        Tally: {
            /** @description settlements that meet the rule, near the limit included */
            withinCount: number;
            /** @description settlements counted */
            count: number;
            /** @description numerator of the weighted rate */
            withinWeight: number;
            /** @description denominator of the weighted rate */
            weight: number;
        };
        /** GroupView */
        GroupView: {
            id: string;
            centreId: string;
            memberIds: string[];
            /** @enum {string} */
            status: "pass" | "marginal" | "fail" | "empty";
            statusText: string;
            /** @description of all its stations, counted or not */
            settlements: number;
            tally: components["schemas"]["Tally"];
            overLimit: {
                settlementId: string;
                reason: string;
                reasonText: string;
            }[];
            farthestByLength: {
                settlementId: string;
                /** @description off-road legs included */
                seconds: number;
                /** @description off-road legs included */
                metres: number;
            } | null;
            farthestByTime: {
                settlementId: string;
                /** @description off-road legs included */
                seconds: number;
                /** @description off-road legs included */
                metres: number;
            } | null;
            p95Seconds: number | null;
            straightRadiusMetres: number | null;
            offRoadTimeShare: number | null;
            connectorCount: number;
            officers: number | null;
            auxiliaries: number | null;
            connected: boolean | null;
        };
        /** SettlementResult */
        SettlementResult: {
            id: string;
            groupId: string;
            standAlone: boolean;
            ownStationId: string;
            /** @description who supports: the group’s centre; where the station stands alone, itself */
            centreId: string;
            /** @description whether the scope of the rule counts it */
            counted: boolean;
            /**
             * @description 达标 / 临界 / 不达标
             * @enum {string}
             */
            status: "pass" | "marginal" | "fail";
            reason: string | null;
            firstResponseSeconds: number | null;
            supportSeconds: number | null;
            supportMetres: number | null;
            /** @description its leg to the road is a virtual connector */
            connector: boolean;
        };
        /** GroupsAnswer */
        GroupsAnswer: {
            about: components["schemas"]["About"];
            proposer: {
                name: string;
                kind: string;
                note: string;
            } | null;
            /** @enum {string} */
            weightedBy: "population" | "households" | "settlements";
            groups: components["schemas"]["GroupView"][];
            standAlone: components["schemas"]["GroupView"][];
            /** @description in the settlements’ order */
            settlements: components["schemas"]["SettlementResult"][];
            alone: {
                stationId: string;
                text: string;
            }[];
            notes: string[];
            totals: {
                grouped: components["schemas"]["Tally"];
                standAlone: components["schemas"]["Tally"];
                county: components["schemas"]["Tally"];
            };
        };
        /** GroupBody */
        GroupBody: {
            id?: string;
            centreId: string;
            /** @description without the centre */
            memberIds: string[];
        };
        /** RuleBody */
        RuleBody: {
            /** @description response radius, inclusive 以内 */
            maxKilometres?: number;
            /** @description driving time, exclusive 少于 */
            maxMinutes?: number;
            /**
             * @description how the limits are read together 且 / 或 / 仅距离 / 仅时间
             * @enum {string}
             */
            combine?: "and" | "or" | "distance" | "time";
            /**
             * @description distance along the road or in a straight line
             * @enum {string}
             */
            metric?: "road" | "straight";
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition?: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            /**
             * @description what must pass for a group to pass 统计范围
             * @enum {string}
             */
            scope?: "settlements" | "administrative" | "station" | "share";
            /** @description per cent, for scope share */
            share?: number;
        };
        /** EvaluationBody */
        EvaluationBody: {
            groups: components["schemas"]["GroupBody"][];
            rule?: components["schemas"]["RuleBody"];
        };
        /** ResponseView */
        ResponseView: {
            station: {
                id: string;
                name: string;
                /** @description longitude, latitude, degrees WGS 84 */
                coord: [
                    number,
                    number
                ];
            };
            /**
             * @description 达标 / 临界 / 不达标
             * @enum {string}
             */
            status: "pass" | "marginal" | "fail";
            statusText: string;
            reason: string | null;
            reasonText: string | null;
            /** @description which kind of certificate */
            proof: string;
            /** @description the certificate as a sentence that can be checked by hand */
            proofText: string;
            straightMetres: number;
            offRoad: {
                seconds: number;
                metres: number;
            };
            stationLeg: {
                seconds: number;
                metres: number;
                /** @description a virtual connector 虚拟连接线 */
                connector: boolean;
            };
            settlementLeg: {
                seconds: number;
                metres: number;
                /** @description a virtual connector 虚拟连接线 */
                connector: boolean;
            };
            fastest: components["schemas"]["RouteView"] | null;
            proofRoute: components["schemas"]["RouteView"] | null;
        };
        /** ExplainAnswer */
        ExplainAnswer: {
            about: components["schemas"]["About"];
            settlement: components["schemas"]["SettlementView"];
            groupId: string | null;
            ownStationRule: string;
            ownStationRuleText: string;
            own: components["schemas"]["ResponseView"];
            centre: components["schemas"]["ResponseView"] | null;
            /**
             * @description whose response the result is
             * @enum {string}
             */
            decisive: "own" | "centre";
            /**
             * @description 达标 / 临界 / 不达标
             * @enum {string}
             */
            status: "pass" | "marginal" | "fail";
            statusText: string;
            reason: string | null;
            reasonText: string | null;
            nearest: {
                stationId: string;
                name: string;
                /** @description off-road legs included */
                seconds: number;
                /** @description off-road legs included */
                metres: number;
            }[];
            alternative: {
                stationId: string;
                name: string;
                /** @description off-road legs included */
                seconds: number;
                /** @description off-road legs included */
                metres: number;
            } | null;
            sentences: string[];
        };
        /** ExplainBody */
        ExplainBody: {
            settlement: string;
            groups: components["schemas"]["GroupBody"][];
            rule?: components["schemas"]["RuleBody"];
        };
        /** VideoCountsView */
        VideoCountsView: {
            /** @description compounds due 应建 */
            B0: number;
            /** @description of those due: built and accepted 验收 */
            B1: number;
            /** @description of those due: built 建成, not yet accepted */
            built: number;
            /** @description of those due: under construction 在建 */
            Bc: number;
            /** @description of those due: not begun 未建 */
            none: number;
            /** @description of those due: equipped in the reading */
            equipped: number;
            /** @description of those equipped in the reading: connected to the platform 联网 */
            B2: number;
            /** @description devices online of connected compounds that report both numbers */
            O: number;
            /** @description devices of the same compounds */
            D: number;
            /** @description compounds due that do not say their households */
            unknownHouseholds: number;
            /** @description compounds due whose households are withheld */
            withheldHouseholds: number;
            /** @description compounds due that do not say their devices */
            unknownDevices: number;
            /** @description in no rate */
            notDue: number;
            notDueEquipped: number;
            notDueNetworked: number;
            /** @description said to be connected although nothing is built; in no rate */
            networkedNotBegun: number;
        };
        /** VideoRateView */
        VideoRateView: {
            /**
             * @description 覆盖率 B1/B0, 联网率 B2/B1, 联网率 B2/B0, 在线率 O/D
             * @enum {string}
             */
            rate: "coverage" | "networked" | "networked-of-due" | "online";
            /** @enum {string} */
            by: "compounds" | "households" | "devices";
            /**
             * @description what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well
             * @enum {string}
             */
            reading: "accepted" | "built" | "under-construction";
            numerator: number;
            /** @description where it is 0 there is no rate, which is not 100 % */
            denominator: number;
            /** @enum {string} */
            denominatorOf: "due" | "accepted" | "built" | "under-construction" | "connected-devices";
            denominatorText: string;
            percent: number | null;
            /** @description compounds of the denominator that do not say, and are in neither number */
            unknown: number;
            /** @description those whose households are withheld 样本过小, and are in neither number */
            withheld: number;
        };
        /** VideoPlaceView */
        VideoPlaceView: {
            id: string | null;
            name: string | null;
            township: string | null;
            stationId: string | null;
            unitCode: string | null;
            counts: components["schemas"]["VideoCountsView"];
            rates: components["schemas"]["VideoRateView"][];
        };
        /** VideoAnswer */
        VideoAnswer: {
            about: components["schemas"]["About"];
            by: string;
            /**
             * @description what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well
             * @enum {string}
             */
            reading: "accepted" | "built" | "under-construction";
            county: components["schemas"]["VideoPlaceView"];
            /** @description the county’s rates in every reading, side by side */
            readings: components["schemas"]["VideoRateView"][];
            places: components["schemas"]["VideoPlaceView"][];
        };
        /** VolunteerSumView */
        VolunteerSumView: {
            id: string | null;
            name: string | null;
            township: string | null;
            stationId: string | null;
            units: number;
            /** @description whose households and posts are no part of the figures */
            withheldUnits: number;
            unitsByBand: {
                short: number;
                meets: number;
                over: number;
                unknown: number;
                "not-applicable": number;
            };
            rural: {
                /** @description whose shortfall is known and shown */
                units: number;
                present: number;
                /** @description of each unit by itself, rounded up before they are added */
                least: number;
                shortfall: number;
                surplus: number;
            };
            urban: {
                /** @description whose shortfall is known and shown */
                units: number;
                present: number;
                /** @description of each unit by itself, rounded up before they are added */
                least: number;
                shortfall: number;
                surplus: number;
            };
            counted: {
                units: number;
                posts: number;
                households: number;
            };
            per100Households: number | null;
            estimate: {
                per100Households: number;
                /** @description with a chance of 95 % the density lies between the two */
                low: number;
                high: number;
            } | null;
        };
        /** UnitVolunteersView */
        UnitVolunteersView: {
            id: string | null;
            name: string | null;
            township: string | null;
            stationId: string | null;
            /** @enum {string} */
            kind: "village" | "community";
            /** @enum {string} */
            setting: "urban" | "rural";
            households: number | null;
            /** @description withheld: no part of its households, nor of what they need */
            settlementsLeftOut: number;
            posts: number | null;
            present: number | null;
            least: number | null;
            most: number | null;
            shortfall: number | null;
            surplus: number | null;
            /**
             * @description 不足 / 达标 / 偏多
             * @enum {string}
             */
            band: "short" | "meets" | "over" | "unknown" | "not-applicable";
            /** @description by the households that are shown */
            bandText: string;
            householdsPerPost: number | null;
            per100Households: number | null;
            estimate: {
                per100Households: number;
                /** @description with a chance of 95 % the density lies between the two */
                low: number;
                high: number;
            } | null;
            /** @description households and posts are withheld 样本过小 */
            sampleTooSmall: boolean;
        };
        /** VolunteersAnswer */
        VolunteersAnswer: {
            about: components["schemas"]["About"];
            by: string;
            /**
             * @description which units are held to one post a building: by 城乡分类代码, or communities
             * @enum {string}
             */
            urbanRural: "urban-rural-code" | "unit-kind";
            prior: {
                /** @description that the estimates are drawn from */
                units: number;
                /** @description the county’s, which estimates are drawn towards */
                per100Households: number;
                /** @description whether units differ by more than chance */
                spread: boolean;
            } | null;
            county: components["schemas"]["VolunteerSumView"];
            /** @description by=unit */
            units: components["schemas"]["UnitVolunteersView"][];
            /** @description any other */
            places: components["schemas"]["VolunteerSumView"][];
        };
        /** CoverageCellView */
        CoverageCellView: {
            /** @description H3 */
            cell: string;
            video: {
                /** @description households in compounds that are due: the denominator */
                due: number;
                /** @description of these in compounds equipped in the reading */
                equipped: number;
                /** @description of these in connected ones */
                networked: number;
                /** @description compounds due whose households are not known, or withheld */
                unknownCompounds: number;
            } | null;
            videoSampleTooSmall: boolean;
            volunteers: {
                /** @description of its units, shared out by settlements */
                households: number;
                per100Households: number | null;
                estimate: {
                    per100Households: number;
                    /** @description with a chance of 95 % the density lies between the two */
                    low: number;
                    high: number;
                } | null;
                band: ("short" | "meets" | "over" | "unknown" | "not-applicable") | null;
                bandText: string | null;
            } | null;
            volunteersSampleTooSmall: boolean;
            watchedPercent: number | null;
        };
        /** CoverageHexagonsAnswer */
        CoverageHexagonsAnswer: {
            about: components["schemas"]["About"];
            resolution: number;
            /**
             * @description what counts as equipped: accepted 验收, built 建成 as well, under construction 在建 as well
             * @enum {string}
             */
            reading: "accepted" | "built" | "under-construction";
            /**
             * @description which units are held to one post a building: by 城乡分类代码, or communities
             * @enum {string}
             */
            urbanRural: "urban-rural-code" | "unit-kind";
            county: {
                /** @description households in compounds that are due: the denominator */
                due: number;
                /** @description of these in compounds equipped in the reading */
                equipped: number;
                /** @description of these in connected ones */
                networked: number;
                /** @description compounds due whose households are not known, or withheld */
                unknownCompounds: number;
            };
            unplaced: {
                /** @description households in compounds that are due: the denominator */
                due: number;
                /** @description of these in compounds equipped in the reading */
                equipped: number;
                /** @description of these in connected ones */
                networked: number;
                /** @description compounds due whose households are not known, or withheld */
                unknownCompounds: number;
            };
            /** @description without posts, households or place, or withheld */
            unplacedUnits: number;
            /** @description where false, no ground is known to be watched */
            devicesLoaded: boolean;
            /** @description that have compounds, units, or ground of compounds */
            hexagons: components["schemas"]["CoverageCellView"][];
        };
        /** ClauseUnit */
        ClauseUnit: {
            /** @description what it is: station, village, compound ... */
            unit: string;
            id: string;
            name: string;
            /**
             * @description 达标 / 临界 / 不达标 / 无数据 / 不判定; decided on what is shown
             * @enum {string}
             */
            verdict: "pass" | "near" | "fail" | "no-data" | "not-judged";
            met: boolean | null;
            verdictText: string;
            value: {
                numerator: number;
                /** @description 1 for a count */
                denominator: number;
            } | null;
            figures: {
                [key: string]: number;
            };
            missing: string[];
            reason: string;
            reasonText: string;
            asOf: string | null;
            /** @description its figures are withheld, and it is not judged */
            sampleTooSmall: boolean;
        };
        /** ClauseView */
        ClauseView: {
            /** @enum {string} */
            id: "c3" | "c4A" | "c4B" | "c4C" | "c5" | "c6a" | "c6b" | "c6c" | "c12-coverage" | "c12-network" | "c15-rural" | "c15-urban" | "c15-analysts" | "c15-funds" | "c19" | "c20" | "c21";
            clause: string;
            title: string;
            text: string;
            /** @description names numerator and denominator */
            formula: string;
            /** @description what its units are */
            counts: string;
            unitText: string;
            lead: string[];
            responsible: string[];
            deadline: string | null;
            switches: {
                [key: string]: string;
            };
            thresholds: {
                [key: string]: number;
            };
            readingText: string;
            value: {
                numerator: number;
                /** @description 1 for a count */
                denominator: number;
            } | null;
            valueText: string | null;
            threshold: string;
            /**
             * @description 达标 / 临界 / 不达标 / 无数据 / 不判定; decided on what is shown
             * @enum {string}
             */
            verdict: "pass" | "near" | "fail" | "no-data" | "not-judged";
            met: boolean | null;
            verdictText: string;
            units: {
                pass: number;
                near: number;
                fail: number;
                "no-data": number;
                "not-judged": number;
            };
            /** @description units without data, never counted as zero */
            missing: number;
            /** @description figures of the county that are not known */
            missingFields: string[];
            /** @description units whose figures are withheld 样本过小, and are no part of the value */
            withheld: number;
            asOf: {
                oldest: string;
                newest: string;
            } | null;
            /** @description units whose tables give no date */
            undated: number;
            /** @description other readings, one switch turned at a time */
            variants: {
                key: string;
                choice: string;
                readingText: string;
                value: {
                    numerator: number;
                    /** @description 1 for a count */
                    denominator: number;
                } | null;
                valueText: string | null;
                threshold: string;
                /**
                 * @description 达标 / 临界 / 不达标 / 无数据 / 不判定; decided on what is shown
                 * @enum {string}
                 */
                verdict: "pass" | "near" | "fail" | "no-data" | "not-judged";
                met: boolean | null;
                verdictText: string;
                units: {
                    pass: number;
                    near: number;
                    fail: number;
                    "no-data": number;
                    "not-judged": number;
                };
                /** @description units without data, never counted as zero */
                missing: number;
                /** @description figures of the county that are not known */
                missingFields: string[];
                /** @description units whose figures are withheld 样本过小, and are no part of the value */
                withheld: number;
                asOf: {
                    oldest: string;
                    newest: string;
                } | null;
                /** @description units whose tables give no date */
                undated: number;
            }[];
            remarks: {
                kind: string;
                text: string;
                ids: string[];
            }[];
            /** @description its units, where a clause is asked for */
            listed?: components["schemas"]["ClauseUnit"][];
        };
        /** ScorecardAnswer */
        ScorecardAnswer: {
            about: components["schemas"]["About"];
            /** @description of the county’s standard rules, by default the one in force; 0: as the program has them */
            ruleVersion: number;
            counts: {
                pass: number;
                near: number;
                fail: number;
                "no-data": number;
            };
            clauses: components["schemas"]["ClauseView"][];
            notes: {
                label: string;
                text: string;
            }[];
        };
        /** StandardRuleView */
        StandardRuleView: {
            /** @enum {string} */
            id: "c3" | "c4A" | "c4B" | "c4C" | "c5" | "c6a" | "c6b" | "c6c" | "c12-coverage" | "c12-network" | "c15-rural" | "c15-urban" | "c15-analysts" | "c15-funds" | "c19" | "c20" | "c21";
            clause: string;
            title: string;
            text: string;
            formula: string;
            enabled: boolean;
            switches: {
                key: string;
                name: string;
                /** @description in force */
                value: string;
                /** @description the first is the default reading */
                values: {
                    value: string;
                    name: string;
                }[];
            }[];
            thresholds: {
                key: string;
                name: string;
                unit: string;
                /** @description in force */
                value: number;
                default: number;
                least: number;
                most: number;
            }[];
        };
        /** RuleSetBody */
        RuleSetBody: {
            rules: {
                [key: string]: {
                    enabled?: boolean;
                    switches?: {
                        [key: string]: string;
                    };
                    thresholds?: {
                        [key: string]: number;
                    };
                };
            };
        };
        /** StandardRulesVersionView */
        StandardRulesVersionView: {
            number: number;
            /** @description ISO 8601 */
            createdAt: string;
            note: string;
            edits: components["schemas"]["RuleSetBody"];
        };
        /** StandardRulesAnswer */
        StandardRulesAnswer: {
            /** @description of the county’s standard rules, by default the one in force; 0: as the program has them */
            inForce: number;
            rules: components["schemas"]["StandardRuleView"][];
            /** @description newest first */
            versions: components["schemas"]["StandardRulesVersionView"][];
        };
        /** GapView */
        GapView: {
            /** @description in the whole list, whatever the filters */
            rank: number;
            id: string;
            /** @enum {string} */
            kind: "response" | "officers" | "video-equip" | "video-network" | "volunteers" | "auxiliaries";
            kindText: string;
            place: {
                /** @enum {string} */
                kind: "settlement" | "cell" | "unit" | "station";
                id: string;
                name: string;
                township: string | null;
                coord: [
                    number,
                    number
                ] | null;
            };
            shortages: {
                value: number | null;
                threshold: number;
                unit: string;
                toClose: number | null;
                closedBy: string;
            }[];
            reason: string;
            /** @description what would close it */
            closing: string;
            households: number | null;
            population: number | null;
            /** @description some of the places touched do not say, or may not be shown */
            isLowerBound: boolean;
            /** @description thousandths of the threshold */
            severity: number;
            score: number;
            parts: {
                kind: number;
                severity: number;
                households: number;
            };
            /** @description why it ranks there */
            why: string;
            /** @description as each weight is halved and doubled */
            bestRank: number;
            worstRank: number;
            /** @description so many of these weights keep it among the first 20 */
            inTop: number;
        };
        /** GapsAnswer */
        GapsAnswer: {
            about: components["schemas"]["About"];
            /** @description of the county’s standard rules, by default the one in force; 0: as the program has them */
            ruleVersion: number;
            weights: {
                kinds: {
                    [key: string]: number;
                };
                severity: number;
                households: number;
            };
            /** @description weights that ranks are tried with */
            weightings: number;
            /** @description gaps of the county */
            total: number;
            /** @description of these, gaps of the township and kind asked for */
            matching: number;
            gaps: components["schemas"]["GapView"][];
            unjudged: {
                /** @enum {string} */
                kind: "response" | "officers" | "video-equip" | "video-network" | "volunteers" | "auxiliaries";
                kindText: string;
                place: {
                    /** @enum {string} */
                    kind: "settlement" | "cell" | "unit" | "station";
                    id: string;
                    name: string;
                    township: string | null;
                    coord: [
                        number,
                        number
                    ] | null;
                };
                /** @description withheld; else a figure is not reported, or no road is near */
                sampleTooSmall: boolean;
            }[];
        };
        /** DispatchAnswer */
        DispatchAnswer: {
            about: components["schemas"]["About"];
            place: {
                /** @description longitude, latitude, degrees WGS 84 */
                coord: [
                    number,
                    number
                ];
                settlementId: string | null;
                name: string | null;
                townshipName: string | null;
                inCounty: boolean | null;
                metresToRoad: number | null;
            };
            /** @description civil time of the county */
            time: string;
            /** @enum {string} */
            period: "day" | "night";
            workingDay: boolean;
            /** @description duty is pooled at the central station 夜间/非工作日集约用警 */
            pooled: boolean;
            turnoutSeconds: number;
            answeringId: string | null;
            local: {
                stationId: string;
                name: string;
                /** @description from the call to departure 接警至出发 */
                turnoutSeconds: number;
                driveSeconds: number | null;
                arrivalSeconds: number | null;
                withinRule: boolean | null;
            } | null;
            support: {
                stationId: string;
                name: string;
                /** @description from the call to departure 接警至出发 */
                turnoutSeconds: number;
                driveSeconds: number | null;
                arrivalSeconds: number | null;
                withinRule: boolean | null;
            } | null;
            nextId: string | null;
            responders: {
                rank: number;
                stationId: string;
                name: string;
                /** @enum {string} */
                role: "local" | "central" | "other";
                /** @description false while its duty is pooled at the central station */
                onDuty: boolean;
                driveSeconds: number | null;
                metres: number | null;
                turnoutSeconds: number;
                arrivalSeconds: number | null;
                withinRule: boolean | null;
                statusText: string;
            }[];
            route: components["schemas"]["RouteView"] | null;
            sentences: string[];
        };
        /** ResultView */
        ResultView: {
            /** @description as the answer’s `about` names it */
            inputHash: string;
            /** @enum {string} */
            kind: "groups" | "catchments" | "hexagons";
            /** @description dataset version */
            version: number;
            /** @description speed profile, the condition included */
            profile: string;
            /**
             * @description light and weather that speeds are for 情景
             * @enum {string}
             */
            condition: "base" | "night" | "rain" | "heavy-rain" | "snow" | "ice";
            /** @enum {string} */
            engine: "embedded" | "osrm";
            rule: components["schemas"]["RuleView"] | null;
            /** @description ISO 8601 */
            createdAt: string;
            /** @description of the answer, as JSON in Chinese */
            byteLength: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
